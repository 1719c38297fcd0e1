import type { CollectionDefinition } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { noConditions, parseConditions, toFilter } from './conditions';

const collection: CollectionDefinition = {
  name: 'books',
  fields: [
    { name: 'title', type: 'string', interface: 'input' },
    { name: 'published', type: 'dateOnly', interface: 'dateOnly' },
    {
      name: 'author',
      type: 'belongsTo',
      interface: 'm2o',
      uiSchema: { 'x-component-props': { fieldNames: { label: 'name', value: 'id' } } },
    },
  ],
};

describe('Conditions', () => {
  it('become a filter, relations by their title', () => {
    const filter = toFilter(
      {
        logic: '$or',
        items: [
          { field: 'title', operator: '$includes', value: 'moby' },
          { field: 'author', operator: '$includes', value: 'Mel' },
          { field: 'published', operator: 'period', value: { type: 'lastYear' } },
          { field: 'published', operator: '$empty' },
        ],
      },
      collection,
    );
    expect(filter).toEqual({
      $or: [
        { title: { $includes: 'moby' } },
        { 'author.name': { $includes: 'Mel' } },
        { published: { $dateOn: { type: 'lastYear' } } },
        { published: { $empty: true } },
      ],
    });
  });

  it('that are not finished do not count', () => {
    const items = [
      { field: 'title', operator: '$includes', value: '' },
      { field: 'gone', operator: '$eq', value: 1 },
    ];
    expect(toFilter({ logic: '$and', items }, collection)).toBeUndefined();
  });

  it('that cannot be read are none', () => {
    expect(parseConditions('{"logic":')).toEqual(noConditions);
    expect(parseConditions('{"logic":"$xor","items":[]}')).toEqual(noConditions);
    expect(parseConditions(null)).toEqual(noConditions);
  });
});
