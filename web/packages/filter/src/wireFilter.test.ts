import { describe, expect, it } from 'vitest';
import type { Condition, ConditionGroup, ConditionNode } from './conditions';
import { books, library } from './library.fixture';
import { finished, toFilter } from './wireFilter';

const all = (...items: ConditionNode[]): ConditionGroup => ({ logic: '$and', items });
const any = (...items: ConditionNode[]): ConditionGroup => ({ logic: '$or', items });
const wire = (...items: ConditionNode[]) => toFilter(all(...items), books, library);
const one = (field: string, operator: string, value?: unknown): Condition => ({ field, operator, value });

describe('A filter on the wire', () => {
  it('has the groups of the conditions', () => {
    const filter = toFilter(
      any(
        one('title', '$includes', 'moby'),
        all(one('pages', '$gt', 300), any(one('inStock', '$isTruly'), one('genre', '$in', ['n']))),
      ),
      books,
      library,
    );
    expect(filter).toEqual({
      $or: [
        { title: { $includes: 'moby' } },
        { $and: [{ pages: { $gt: 300 } }, { $or: [{ inStock: { $isTruly: true } }, { genre: { $in: ['n'] } }] }] },
      ],
    });
  });

  it('follows relations, and ends at the title or the key of the last', () => {
    expect(wire(one('author', '$includes', 'Mel'))).toEqual({ $and: [{ 'author.fullName': { $includes: 'Mel' } }] });
    expect(wire(one('author', '$in', [1, 2]))).toEqual({ $and: [{ 'author.id': { $in: [1, 2] } }] });
    expect(wire(one('author.country.name', '$eq', 'Sweden'))).toEqual({
      $and: [{ 'author.country.name': { $eq: 'Sweden' } }],
    });
    expect(wire(one('author.country', '$empty'))).toEqual({ $and: [{ 'author.country.id': { $notExists: true } }] });
    expect(wire(one('labels', '$notEmpty'))).toEqual({ $and: [{ 'labels.id': { $exists: true } }] });
  });

  it.each([
    [{ type: 'today' }, { type: 'today' }],
    [{ type: 'nextQuarter' }, { type: 'nextQuarter' }],
    [
      { type: 'past', number: 7, unit: 'day' },
      { type: 'past', number: 7, unit: 'day' },
    ],
    [
      { type: 'next', number: 2, unit: 'month' },
      { type: 'next', number: 2, unit: 'month' },
    ],
    ['2024-05-06', '2024-05-06'],
  ])('says days relative to today: %j', (value, operand) => {
    expect(wire(one('published', '$dateBefore', value))).toEqual({ $and: [{ published: { $dateBefore: operand } }] });
  });

  it('says two days as the range that the server reads in the time zone of the reader', () => {
    expect(wire(one('published', '$dateBetween', ['2024-01-01', '2024-01-31']))).toEqual({
      $and: [{ published: { $dateBetween: '[2024-01-01,2024-01-31]' } }],
    });
  });

  it.each([
    one('title', '$includes', ''),
    one('title', '$includes'),
    one('title', '$unknown', 'x'),
    one('gone', '$eq', 1),
    one('title.name', '$eq', 'x'),
    one('author.gone', '$eq', 'x'),
    one('genre', '$in', []),
    one('author', '$in', []),
    one('published', '$dateOn', ''),
    one('published', '$dateOn', { type: 'someday' }),
    one('published', '$dateOn', { type: 'past', unit: 'day' }),
    one('published', '$dateOn', { type: 'past', number: 0, unit: 'day' }),
    one('published', '$dateOn', { type: 'past', number: 3, unit: 'second' }),
    one('published', '$dateBetween', ['2024-01-01', '']),
    all(),
    all(any(one('title', '$eq', ''))),
  ])('leaves out what is not finished: %j', (node) => {
    expect(wire(node)).toBeUndefined();
    expect(finished(all(node, one('title', '$eq', 'a')), books, library).items).toEqual([one('title', '$eq', 'a')]);
  });

  it('takes a zero for a value', () => {
    expect(wire(one('pages', '$eq', 0))).toEqual({ $and: [{ pages: { $eq: 0 } }] });
  });
});
