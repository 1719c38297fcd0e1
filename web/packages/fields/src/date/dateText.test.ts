import { describe, expect, it } from 'vitest';
import { readDate } from './dateText';

describe('Dates', () => {
  it('stay the day they are', () => {
    expect(readDate('2026-03-01', 'en-US', true)?.short).toBe('Mar 1, 2026');
  });

  it('say the exact time where there is one', () => {
    const read = readDate('2026-03-01 14:30:05', 'en-US', false);
    expect(read?.short).toBe('Mar 1, 2026');
    expect(read?.exact).toContain('2:30:05');
  });

  it('are nothing when they cannot be read', () => {
    expect(readDate('soon', 'en-US', true)).toBeNull();
    expect(readDate(null, 'en-US', true)).toBeNull();
  });
});
