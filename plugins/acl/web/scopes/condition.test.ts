import { describe, expect, it } from 'vitest';
import { readCondition } from './condition';

const fields = ['price', 'author'];

describe('A typed condition', () => {
  it('is taken with groups and along relations', () => {
    const condition = { $and: [{ price: { $lt: 5 } }, { $or: [{ 'author.name': 'Ada' }] }] };
    expect(readCondition(JSON.stringify(condition), fields)).toEqual({ condition });
  });

  it('is refused where it is no JSON, no condition, or about a field that does not exist', () => {
    expect(readCondition('{price: 5}', fields)).toEqual({ fault: { kind: 'json' } });
    expect(readCondition('[]', fields)).toEqual({ fault: { kind: 'object' } });
    // An empty one would be all records under another name.
    expect(readCondition('{}', fields)).toEqual({ fault: { kind: 'object' } });
    expect(readCondition('{"$or":[{"prise":1}]}', fields)).toEqual({ fault: { kind: 'field', name: 'prise' } });
    expect(readCondition('{"$and":[5]}', fields)).toEqual({ fault: { kind: 'field', name: '$and' } });
  });
});
