import { describe, expect, it } from 'vitest';
import { isComplete, newPattern, sampleOf, type Pattern } from './patterns';

const day = (format: string) => format.replace('YYYY', '2024').replace('MM', '02');

describe('A sequence', () => {
  it('looks like its parts joined', () => {
    const patterns: Pattern[] = [
      { type: 'string', options: { value: 'INV-' } },
      { type: 'date', options: { format: 'YYYYMM', field: 'createdAt' } },
      { type: 'string', options: { value: '-' } },
      { type: 'integer', options: { key: 7, digits: 4, start: 12, base: 10 } },
    ];
    expect(sampleOf(patterns, day)).toBe('INV-202402-0012');
    const random: Pattern = { type: 'randomChar', options: { length: 3, charsets: ['number', 'uppercase'] } };
    expect(sampleOf([random], day)).toBe('4R4');
  });

  it('begins with parts that are complete, and says which are not', () => {
    for (const type of ['string', 'integer', 'date', 'randomChar'] as const) {
      expect(isComplete(newPattern(type))).toBe(true);
    }
    expect(isComplete({ type: 'string', options: { value: '' } })).toBe(false);
    expect(isComplete({ type: 'randomChar', options: { length: 6, charsets: [] } })).toBe(false);
  });
});
