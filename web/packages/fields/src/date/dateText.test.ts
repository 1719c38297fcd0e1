import { describe, expect, it } from 'vitest';
import { formatOf, inFormat, readDate } from './dateText';

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

  it('come in the format that the field asks for, else in that of the reader', () => {
    const field = (props: object) => ({ name: 'on', type: 'date', uiSchema: { 'x-component-props': { ...props } } });
    expect(formatOf(field({ showTime: true }))).toBeNull();
    expect(formatOf(field({ dateFormat: 'YYYY/MM/DD' }))).toBe('YYYY/MM/DD');
    expect(formatOf(field({ dateFormat: 'YYYY/MM/DD', showTime: true, timeFormat: 'hh:mm a' }))).toBe(
      'YYYY/MM/DD hh:mm a',
    );
    expect(inFormat('2024-02-29', 'DD.MM.YYYY')).toBe('29.02.2024');
  });
});
