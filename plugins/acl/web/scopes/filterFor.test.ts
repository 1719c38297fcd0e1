import { describe, expect, it } from 'vitest';
import { filterFor, variablesIn, type Example } from './filterFor';

const ada = {
  id: 7,
  nickname: 'Ada',
  email: null,
  mainDepartmentId: 4,
  departments: [{ id: 4 }, { id: 5 }],
} as unknown as Example;

describe('The filter for one person', () => {
  it('has what the person has in the places of the variables, and nothing else changed', () => {
    const filter = {
      $and: [
        { createdById: { $eq: '{{ ctx.state.currentUser.id }}' } },
        { $or: [{ departmentId: '{{$user.mainDepartmentId}}' }, { 'department.id': { $in: '{{ $user.departments.id }}' } }] },
        { contact: { $eq: '{{ $user.email }}' }, day: { $dateOn: { type: 'today' } }, code: '{{ $nRole }}' },
      ],
    };
    expect(filterFor(filter, ada)).toEqual({
      $and: [
        { createdById: { $eq: 7 } },
        { $or: [{ departmentId: 4 }, { 'department.id': { $in: [4, 5] } }] },
        { contact: { $eq: null }, day: { $dateOn: { type: 'today' } }, code: '{{ $nRole }}' },
      ],
    });
    expect(variablesIn(filter)).toEqual(['id', 'mainDepartmentId', 'departments.id', 'email']);
  });

  it('has nothing for somebody without departments', () => {
    const { departments: _, ...alone } = ada;
    expect(filterFor({ a: '{{ $user.departments.id }}' }, alone)).toEqual({ a: null });
  });
});
