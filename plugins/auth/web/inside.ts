const home = '/admin';

/**
 * Only addresses of this client. Browsers leave out tabs and line breaks and take a backslash for a slash, so that the
 * address is judged as they would read it.
 */
export function inside(path: string | null): string {
  if (path === null || !path.startsWith('/') || !URL.canParse(path, location.origin)) {
    return home;
  }
  const { origin, pathname, search, hash } = new URL(path, location.origin);
  return origin === location.origin && !pathname.startsWith('//') ? pathname + search + hash : home;
}
