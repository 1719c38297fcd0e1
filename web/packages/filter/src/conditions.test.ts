import { describe, expect, it } from 'vitest';
import { countOf, noConditions, parseConditions, replaceAt, type ConditionGroup } from './conditions';

const leaf = (value: string) => ({ field: 'title', operator: '$eq', value });
const nested: ConditionGroup = {
  logic: '$and',
  items: [leaf('a'), { logic: '$or', items: [leaf('b'), { logic: '$and', items: [leaf('c'), leaf('d')] }] }],
};

describe('Conditions', () => {
  it('come back from the address with their groups', () => {
    expect(parseConditions(JSON.stringify(nested))).toEqual(nested);
    expect(countOf(nested)).toBe(4);
  });

  it('that were kept from before periods were values are still read', () => {
    const old = { field: 'published', operator: 'period', value: { type: 'lastYear' } };
    expect(parseConditions(JSON.stringify({ logic: '$or', items: [old] })).items).toEqual([
      { field: 'published', operator: '$dateOn', value: { type: 'lastYear' } },
    ]);
  });

  it.each([
    null,
    '',
    '{"logic":',
    '"text"',
    'null',
    '[]',
    '{"logic":"$xor","items":[]}',
    '{"logic":"$and","items":{}}',
    '{"logic":"$and","items":[null]}',
    '{"logic":"$and","items":[{"field":1,"operator":"$eq"}]}',
    '{"logic":"$and","items":[{"field":"title","operator":"$eq","value":"a"},{"logic":"$or"}]}',
  ])('that cannot be read are none: %s', (text) => {
    expect(parseConditions(text)).toEqual(noConditions);
  });

  it('that lie too deep are none', () => {
    let group: ConditionGroup = { logic: '$and', items: [] };
    for (let depth = 0; depth < 5; depth += 1) {
      group = { logic: '$and', items: [group] };
    }
    expect(parseConditions(JSON.stringify(group))).toEqual(noConditions);
  });

  it('are exchanged and removed where they lie', () => {
    expect(replaceAt(nested, [1, 1, 0], null).items[1]).toEqual({
      logic: '$or',
      items: [leaf('b'), { logic: '$and', items: [leaf('d')] }],
    });
    expect(replaceAt(nested, [0], leaf('z')).items[0]).toEqual(leaf('z'));
    expect(nested.items[0]).toEqual(leaf('a'));
  });
});
