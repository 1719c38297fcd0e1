import { describe, expect, it } from 'vitest';
import { choiceOf, choices, groupsOf, matches, type Choice } from './choice';
import { library, plugin } from './library.fixture';
import { homepageOf } from './plugin';

describe('The plugins looked at', () => {
  it.each<[Choice, string[]]>([
    ['all', ['users', 'books', 'loans', 'fines', 'greeting']],
    ['on', ['users', 'books', 'loans', 'fines']],
    ['off', ['greeting']],
    ['packages', ['greeting']],
    ['errors', ['greeting']],
    ['absent', ['maps']],
  ])('are, of %s: %s', (choice, expected) => {
    expect(library.filter(choices[choice].fits).map(({ name }) => name)).toEqual(expected);
  });

  it('fit every word, wherever it is', () => {
    expect(library.filter((one) => matches(one, 'acme GREET')).map(({ name }) => name)).toEqual(['greeting']);
    expect(library.filter((one) => matches(one, ' '))).toHaveLength(library.length);
  });

  it('are all of them when the address says nothing that is known', () => {
    expect([choiceOf(null), choiceOf('zzz'), choiceOf('off')]).toEqual(['all', 'all', 'off']);
  });

  it('stand in groups by keyword, those without one last', () => {
    const found = groupsOf([plugin('b', {}, { keywords: [] }), plugin('z'), plugin('a')]);
    expect(found.map(({ keyword, plugins }) => [keyword, plugins.map(({ name }) => name)])).toEqual([
      ['Others', ['a', 'z']],
      ['', ['b']],
    ]);
  });

  it.each([
    ['https://acme.example', 'https://acme.example'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    [null, null],
  ])('lead to %s as %s', (homepage, link) => {
    expect(homepageOf(plugin('x', {}, { homepage }))).toBe(link);
  });
});
