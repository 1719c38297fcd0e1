import { describe, expect, it } from 'vitest';
import { moved } from './moved';

const move = (source: string, target: string) => moved(['a', 'b', 'c', 'd', 'e'], (item) => item, source, target)?.join('');

describe('Moving in a list', () => {
  it('takes the place of the target, whichever way it goes', () => {
    expect(move('b', 'd')).toBe('acdbe');
    expect(move('d', 'b')).toBe('adbce');
    expect(move('a', 'e')).toBe('bcdea');
    expect(move('e', 'a')).toBe('eabcd');
  });

  it('is nothing onto itself and nothing for what is not there', () => {
    expect(move('b', 'b')).toBeUndefined();
    expect(move('x', 'b')).toBeUndefined();
    expect(move('b', 'x')).toBeUndefined();
  });
});
