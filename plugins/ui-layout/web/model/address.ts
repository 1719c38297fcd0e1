const schemes = new Set(['http:', 'https:', 'mailto:']);

/** Where a link may lead: another site, a mailbox, or a place in the app. Browsers leave out what is refused here first. */
export function isSafeAddress(address: string): boolean {
  if (/[\p{Cc}\\]/u.test(address)) {
    return false;
  }
  if (address.startsWith('/')) {
    return !address.startsWith('//');
  }
  const scheme = /^[a-z]+:/i.exec(address)?.[0].toLowerCase();
  return scheme !== undefined && schemes.has(scheme) && (scheme === 'mailto:' || address.slice(scheme.length).startsWith('//'));
}

/** Whether it is a place in the app. */
export const isInApp = (address: string): boolean => address.startsWith('/');
