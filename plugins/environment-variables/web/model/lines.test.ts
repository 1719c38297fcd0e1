import { describe, expect, it } from 'vitest';
import { readLines } from './lines';

describe('Lines of variables', () => {
  it.each([
    ['A=1', [{ name: 'A', value: '1' }]],
    ['# a comment\n\n  A = 1  ', [{ name: 'A', value: '1' }]],
    ['export A="two words"', [{ name: 'A', value: 'two words' }]],
    ["A='it''s'", [{ name: 'A', value: "it''s" }]],
    ['A=a=b#c', [{ name: 'A', value: 'a=b#c' }]],
    ['A=1\r\nB=2', [{ name: 'A', value: '1' }, { name: 'B', value: '2' }]],
    ['A="', [{ name: 'A', value: '"' }]],
  ])('%j are read', (text, taken) => {
    expect(readLines(text, new Set())).toEqual({ taken, skipped: [] });
  });

  it('say which are skipped and why', () => {
    const text = ['A=1', 'A=2', 'B C=3', '9=1', 'OLD=1', 'EMPTY=', 'nothing', `LONG=${'x'.repeat(65_537)}`].join('\n');
    const { taken, skipped } = readLines(text, new Set(['OLD']));
    expect(taken).toEqual([{ name: 'A', value: '1' }]);
    expect(skipped.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 repeated',
      '3 name',
      '4 name',
      '5 exists',
      '6 empty',
      '7 form',
      '8 long',
    ]);
  });
});
