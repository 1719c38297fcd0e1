const first = Number(process.env['PERGOLA_TEST_PORT'] ?? 15080);

/** Where the servers of the tests listen. */
export const ports = {
  main: first,
  /** Below another public path. */
  inner: first + 1,
  /** With a package feed. */
  fed: first + 2,
  feed: first + 3,
};
