import { describe, expect, it } from 'vitest';
import { neighbour } from './gridKeys';

/** Two rows of three, and one of a single element. */
const elements = [0, 1, 2, 3, 4, 5, 6].map((index) => {
  const element = document.createElement('button');
  element.getBoundingClientRect = () => ({ top: Math.floor(index / 3) * 50, left: (index % 3) * 100 }) as DOMRect;
  return element;
});
const go = (from: number, key: string) => elements.findIndex((element) => element === neighbour(elements, elements[from] ?? null, key));

describe('Arrow keys in a grid', () => {
  it('go along a row and on to the next', () => {
    expect(go(0, 'ArrowRight')).toBe(1);
    expect(go(2, 'ArrowRight')).toBe(3);
    expect(go(3, 'ArrowLeft')).toBe(2);
    expect(go(0, 'ArrowLeft')).toBe(-1);
  });

  it('stay in their column from row to row', () => {
    expect(go(1, 'ArrowDown')).toBe(4);
    expect(go(5, 'ArrowUp')).toBe(2);
    expect(go(5, 'ArrowDown')).toBe(6);
    expect(go(6, 'ArrowDown')).toBe(-1);
  });

  it('come into it from above, and other keys do nothing', () => {
    expect(neighbour(elements, document.body, 'ArrowDown')).toBe(elements[0]);
    expect(neighbour(elements, document.body, 'ArrowLeft')).toBeUndefined();
    expect(go(1, 'Enter')).toBe(-1);
  });
});
