import { createCache } from '@ant-design/cssinjs';

/**
 * The style sheets of components, kept once they are made. The library's own cache forgets a component's with the last
 * one on the page, so that a drawer would make those of its inputs anew at every opening (30 ms of the main thread).
 * There are as many as kinds of components and themes, which is few.
 */
export function keepingStyleCache() {
  const cache = createCache();
  const update = cache.opUpdate.bind(cache);
  // Entries count their users; one more than there are never goes.
  cache.opUpdate = (path, change) =>
    update(path, (kept) => {
      const next = change(kept);
      return kept === undefined && next ? [next[0] + 1, next[1]] : next;
    });
  return cache;
}
