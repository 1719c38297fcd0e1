import { describe, expect, it } from 'vitest';
import { inWords, lengthOf, readDuration, writeDuration } from './duration';

describe('A duration', () => {
  it.each(['30m', '6h', '7d', '0m'])('%s comes back as it was', (text) => {
    expect(writeDuration(readDuration(text) ?? { amount: -1, unit: 'm' })).toBe(text);
  });

  it('is read in other spellings, in the largest unit that fits', () => {
    expect(readDuration('86400000')).toEqual({ amount: 1, unit: 'd' });
    expect(readDuration('2w')).toEqual({ amount: 14, unit: 'd' });
    expect(readDuration('90s')).toEqual({ amount: 1.5, unit: 'm' });
    expect(readDuration('0')).toEqual({ amount: 0, unit: 'm' });
    expect(readDuration('soon')).toBeUndefined();
    expect(readDuration('')).toBeUndefined();
  });

  it('is said in words', () => {
    expect(inWords({ amount: 1, unit: 'd' }, 'en-US')).toBe('1 day');
    expect(inWords({ amount: 30, unit: 'm' }, 'sv-SE')).toMatch(/^30\sminuter$/);
  });

  it('is compared by its length', () => {
    expect(lengthOf('24h')).toBe(lengthOf('1d'));
    expect(lengthOf('90m')).toBeGreaterThan(lengthOf('1h'));
    expect(lengthOf('soon')).toBeNaN();
  });
});
