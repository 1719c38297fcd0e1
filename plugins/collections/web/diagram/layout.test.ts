import { describe, expect, it } from 'vitest';
import { arrange, place, type Point } from './layout';
import { nodeWidth } from './nodes';
import type { DiagramRelation } from './relations';

const relation = (from: string, to: string): DiagramRelation => ({
  id: `${from}.${to}`,
  from: { collection: from, field: to, isMany: true },
  to: { collection: to, field: 'id', isMany: false },
});
const names = ['authors', 'books', 'loans', 'tags', 'settings', 'notes', 'members'];
const boxes = names.map((name, index) => ({ name, height: 100 + 30 * index }));
const relations = [
  relation('books', 'authors'),
  relation('books', 'tags'),
  relation('loans', 'books'),
  relation('loans', 'members'),
  relation('members', 'members'),
];

function overlaps(points: Map<string, Point>): string[] {
  const placed = boxes.map((box) => ({ ...box, ...(points.get(box.name) as Point) }));
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) < nodeWidth && one.y < other.y + other.height && other.y < one.y + one.height,
      )
      .map((other) => `${one.name} ${other.name}`),
  );
}

describe('The layout of a diagram', () => {
  it('gives every collection a place of its own', () => {
    const points = arrange(boxes, relations);
    expect([...points.keys()].toSorted()).toEqual(names.toSorted());
    expect(overlaps(points)).toEqual([]);
  });

  it('runs from what is referred to towards what refers', () => {
    const points = arrange(boxes, relations);
    const x = (name: string) => points.get(name)?.x ?? 0;
    expect(x('authors')).toBeLessThan(x('books'));
    expect(x('books')).toBeLessThan(x('loans'));
  });

  it('keeps what was put somewhere, and nothing new comes to lie on it', () => {
    const arranged = arrange(boxes, relations);
    const kept = new Map([['settings', arranged.get('books') as Point]]);
    const points = place(boxes, relations, kept);
    expect(points.get('settings')).toEqual(arranged.get('books'));
    expect(overlaps(points)).toEqual([]);
  });

  it('is empty for no collections', () => {
    expect(place([], [], new Map()).size).toBe(0);
  });
});
