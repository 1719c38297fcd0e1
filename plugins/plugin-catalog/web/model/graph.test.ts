import { describe, expect, it } from 'vitest';
import { alsoOff, alsoOn, missingOf, neededBy, needsOf } from './graph';
import { library, plugin } from './library.fixture';
import type { ListedPlugin } from './plugin';

const named = (name: string, all: readonly ListedPlugin[] = library) =>
  all.find((one) => one.name === name) as ListedPlugin;
const switched = (one: ListedPlugin, enabled: boolean): ListedPlugin => ({ ...one, enabled });
const names = (plugins: readonly ListedPlugin[]) => plugins.map(({ name }) => name);

describe('What plugins need', () => {
  it('is seen both ways', () => {
    expect(names(needsOf(named('fines'), library))).toEqual(['users', 'loans']);
    expect(names(neededBy(named('users'), library))).toEqual(['books', 'fines']);
    expect(missingOf(plugin('x', { needs: ['books', 'gone'] }), library)).toEqual(['gone']);
  });

  it('goes off with it, however far away', () => {
    expect(names(alsoOff(named('books'), library))).toEqual(['loans', 'fines']);
    expect(names(alsoOff(named('fines'), library))).toEqual([]);
  });

  it('leaves alone what is off already', () => {
    const all = library.map((one) => switched(one, one.name !== 'loans'));
    expect(names(alsoOff(named('books', all), all))).toEqual([]);
  });

  it('goes on before it, however far away', () => {
    const all = library.map((one) => switched(one, one.name === 'users'));
    expect(names(alsoOn(named('fines', all), all)).toSorted()).toEqual(['books', 'loans']);
  });

  it('comes to an end in a circle', () => {
    const circle = [plugin('a', { needs: ['b'] }), plugin('b', { needs: ['a'] })];
    expect(names(alsoOff(named('a', circle), circle))).toEqual(['b']);
  });
});
