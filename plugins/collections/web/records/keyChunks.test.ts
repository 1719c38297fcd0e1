import { describe, expect, it } from 'vitest';
import { chunksOf } from './keyChunks';

describe('Many keys', () => {
  it('are sent in parts that fit into an address, none lost and in order', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => 7_000_000_000_000_000 + index);
    const chunks = chunksOf(keys);
    expect(chunks.flat()).toEqual(keys);
    expect(chunks.length).toBeGreaterThan(1);
    for (const chunk of chunks) {
      const params = new URLSearchParams(chunk.map((key) => ['filterByTk[]', String(key)]));
      expect(params.toString().length).toBeLessThan(7100);
      expect(encodeURIComponent(JSON.stringify({ id: { $in: chunk } })).length).toBeLessThan(7100);
    }
  });

  it('that are few go at once', () => {
    expect(chunksOf([1, 2, 3])).toEqual([[1, 2, 3]]);
    expect(chunksOf([])).toEqual([]);
    expect(chunksOf(['å'.repeat(9000)])).toHaveLength(1);
  });
});
