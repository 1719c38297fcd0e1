import type { Filter } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { company, orders, variables } from './company.fixture';
import type { Condition, ConditionGroup, ConditionNode } from './conditions';
import { fromFilter } from './readFilter';
import { toFilter } from './wireFilter';

const read = (filter: Filter) => fromFilter(filter, orders, company, variables);
const send = (group: ConditionGroup) => toFilter(group, orders, company, variables);
const all = (...items: ConditionNode[]): ConditionGroup => ({ logic: '$and', items });
const any = (...items: ConditionNode[]): ConditionGroup => ({ logic: '$or', items });
const one = (field: string, operator: string, value?: unknown): Condition => ({
  field,
  operator,
  ...(value !== undefined && { value }),
});
const me = { variable: '$user.id' };
const me$ = '{{ ctx.state.currentUser.id }}';
const mine = { variable: '$user.departments.id' };

/** Conditions as the builder makes them, one of each kind of operand. */
const made: Condition[] = [
  one('title', '$includes', 'a'),
  one('title', '$ne', '{ "a": 1 }'),
  one('title', '$empty'),
  one('title', '$eq', { variable: '$user.nickname' }),
  one('total', '$gte', 100),
  one('total', '$lt', '100.5'),
  one('number', '$eq', 0),
  one('number', '$ne', me),
  one('paid', '$isTruly'),
  one('paid', '$isFalsy'),
  one('day', '$dateOn', '2026-01-31'),
  one('day', '$dateBefore', { type: 'thisMonth' }),
  one('day', '$dateNotOn', { type: 'past', number: 3, unit: 'week' }),
  one('day', '$dateBetween', ['2026-01-01', '2026-01-31']),
  one('state', '$eq', 'open'),
  one('state', '$notIn', ['open', 'sent']),
  one('department', '$includes', 'Sal'),
  one('department', '$in', [1, '380000000000001']),
  one('department', '$notIn', [2]),
  one('department', '$notEmpty'),
  one('department', '$in', mine),
  one('department', '$notIn', mine),
  one('createdBy', '$in', me),
  one('createdBy', '$notIn', me),
  one('createdBy.mainDepartment', '$in', mine),
  one('createdBy.mainDepartment', '$eq', 'Sales'),
  one('helpers', '$in', me),
  one('helpers', '$in', [7]),
  one('helpers', '$empty'),
];

describe('A filter of the wire, read back', () => {
  it.each(made)('is the condition it was made of: %j', (condition) => {
    const filter = send(all(condition));
    expect(filter).toBeDefined();
    expect(read(filter ?? {})).toEqual({ group: all(condition) });
  });

  it('has the groups it was made of', () => {
    const group = any(one('paid', '$isTruly'), all(one('total', '$gt', 1), any(one('createdBy', '$in', me))));
    expect(read(send(group) ?? {})).toEqual({ group });
    expect(read({})).toEqual({ group: all() });
  });

  // The short forms that people and other clients write, and what is sent for them from then on.
  it.each<[Filter, ConditionGroup, Filter]>([
    [{ title: 'a' }, all(one('title', '$eq', 'a')), { $and: [{ title: { $eq: 'a' } }] }],
    [{ 'total.$gt': 5 }, all(one('total', '$gt', 5)), { $and: [{ total: { $gt: 5 } }] }],
    [
      { total: { $gt: 1, $lt: 5 }, paid: { $isTruly: true } },
      all(one('total', '$gt', 1), one('total', '$lt', 5), one('paid', '$isTruly')),
      { $and: [{ total: { $gt: 1 } }, { total: { $lt: 5 } }, { paid: { $isTruly: true } }] },
    ],
    [
      { $or: [{ title: 'a', total: 1 }, { paid: { $isFalsy: true } }] },
      any(all(one('title', '$eq', 'a'), one('total', '$eq', 1)), one('paid', '$isFalsy')),
      { $or: [{ $and: [{ title: { $eq: 'a' } }, { total: { $eq: 1 } }] }, { paid: { $isFalsy: true } }] },
    ],
    [
      { $or: { title: 'a', total: 1 } },
      any(one('title', '$eq', 'a'), one('total', '$eq', 1)),
      { $or: [{ title: { $eq: 'a' } }, { total: { $eq: 1 } }] },
    ],
    [
      { department: { title: { $includes: 'x' }, $or: [{ id: 1 }, { id: 2 }] } },
      all(one('department', '$includes', 'x'), any(one('department', '$in', [1]), one('department', '$in', [2]))),
      {
        $and: [
          { 'department.title': { $includes: 'x' } },
          { $or: [{ 'department.id': { $in: [1] } }, { 'department.id': { $in: [2] } }] },
        ],
      },
    ],
    [{ createdById: 5 }, all(one('createdBy', '$in', [5])), { $and: [{ 'createdBy.id': { $in: [5] } }] }],
    [{ createdById: '{{$user.id}}' }, all(one('createdBy', '$in', me)), { $and: [{ createdById: { $eq: me$ } }] }],
    [{ 'createdBy.id': { $ne: me$ } }, all(one('createdBy', '$notIn', me)), { $and: [{ createdById: { $ne: me$ } }] }],
  ])('says the same as %j', (filter, group, sent) => {
    expect(read(filter)).toEqual({ group });
    expect(send(group)).toEqual(sent);
  });

  it.each<[Filter, string, string]>([
    [{ $not: { title: 'a' } }, 'operator', '$not'],
    [{ title: { $regexp: 'a' } }, 'operator', '$regexp'],
    [{ 'createdBy.email': 'a' }, 'field', 'createdBy.email'],
    [{ prise: 1 }, 'field', 'prise'],
    [{ $or: [] }, 'group', '$or'],
    [{ $or: 5 }, 'group', '$or'],
    [{ $and: [{ title: 'a' }, {}] }, 'group', '$and'],
    [{ total: {} }, 'group', 'total'],
    [{ total: { $gt: '{{ $user.salary }}' } }, 'variable', '$user.salary'],
    [{ createdById: { $in: [me$, null] } }, 'value', 'createdById'],
    [{ total: { $gt: me$ } }, 'value', 'total'],
    [{ title: null }, 'value', 'title'],
    [{ title: 5 }, 'value', 'title'],
    [{ title: '' }, 'value', 'title'],
    [{ title: { $empty: false } }, 'value', 'title'],
    [{ paid: { $isTruly: false } }, 'value', 'paid'],
    [{ state: { $in: 'open' } }, 'value', 'state'],
    [{ state: { $in: [] } }, 'value', 'state'],
    [{ day: { $dateOn: '2026-01-31T10:00:00Z' } }, 'value', 'day'],
    [{ day: { $dateOn: { type: 'someday' } } }, 'value', 'day'],
    [{ day: { $dateBetween: ['2026-01-01', '2026-01-31'] } }, 'value', 'day'],
    [{ 'department.title': { $eq: '{{ $user.departments.id }}' } }, 'value', 'department.title'],
    [
      { $or: [{ $and: [{ $or: [{ $and: [{ $or: [{ $and: [{ title: 'a' }] }] }] }] }] }] },
      'depth',
      '$and',
    ],
  ])('is told apart where conditions cannot say it: %j', (filter, kind, at) => {
    expect(read(filter)).toEqual({ fault: { kind, at } });
  });

  it('keeps records of the page without variables as they are', () => {
    expect(fromFilter({ createdById: me$ }, orders, company)).toEqual({ fault: { kind: 'variable', at: '$user.id' } });
    expect(toFilter(all(one('createdBy', '$in', me)), orders, company)).toBeUndefined();
  });
});
