import { describe, expect, it } from 'vitest';
import { flat, treeOf, wayTo, type Route } from './routes';
import { matching, seen, toHide, toShow, visibilityOf } from './visible';

const route = (id: number, parentId: number | null, title: string): Route => ({ id, parentId, title, type: 'group' });
const nodes = treeOf([
  route(1, null, 'Sales'),
  route(2, 1, 'Orders'),
  route(3, 1, 'Inner'),
  route(4, 3, 'Deep'),
  route(5, null, 'Docs'),
  route(6, 99, 'Lost'),
  route(7, 8, 'Circle A'),
  route(8, 7, 'Circle B'),
]);
const at = (key: string) => {
  const node = flat(nodes).find((one) => one.key === key);
  if (!node) {
    throw new Error(key);
  }
  return node;
};
const set = (...keys: string[]) => new Set(keys);

describe('The entries of a menu', () => {
  it('stand below each other, and at the top when their place is gone', () => {
    expect(nodes.map((node) => node.key)).toEqual(['1', '5', '6', '7', '8']);
    expect(wayTo(nodes, '4').map((node) => node.key)).toEqual(['1', '3']);
    expect(wayTo(nodes, '1')).toEqual([]);
  });

  it('are seen with all that is above them', () => {
    expect([...seen(nodes, set('1', '4', '5'))]).toEqual(['1', '5']);
    expect([...seen(nodes, set('1', '3', '4'))]).toEqual(['1', '3', '4']);
  });

  it('are seen wholly, partly or not at all', () => {
    expect(visibilityOf(at('1'), set('1', '2', '3', '4'))).toBe('all');
    expect(visibilityOf(at('1'), set('1', '2'))).toBe('some');
    expect(visibilityOf(at('1'), set('5'))).toBe('none');
  });

  it('are shown with what leads there, and hidden with what would be left empty', () => {
    expect(toShow(nodes, at('4'), set('1'))).toEqual(['3', '4']);
    expect(toShow(nodes, at('1'), set())).toEqual(['1', '2', '3', '4']);
    expect(toHide(nodes, at('4'), set('1', '2', '3', '4')).toSorted()).toEqual(['3', '4']);
    expect(toHide(nodes, at('4'), set('1', '3', '4')).toSorted()).toEqual(['1', '3', '4']);
    expect(toHide(nodes, at('2'), set('1', '2', '3'))).toEqual(['2']);
  });

  it('are found by a part of their name, with what leads there', () => {
    expect([...matching(nodes, 'dee', (node) => node.route.title ?? '')]).toEqual(['1', '3', '4']);
  });
});
