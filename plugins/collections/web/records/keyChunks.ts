/** Keys travel in the address of a request, for whose length servers and proxies have a limit. */
const longest = 7000;

/** The keys, or titles, in parts that each fit into an address. */
export function chunksOf<T extends string | number>(keys: readonly T[]): T[][] {
  const chunks: T[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    // With what stands between two of them in the address.
    const own = encodeURIComponent(JSON.stringify(key)).length + separator;
    if (length + own > longest) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(key);
    length += own;
  }
  return chunks;
}

const separator = '&filterByTk%5B%5D='.length;
