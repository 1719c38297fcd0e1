/** Only addresses of this client; `//elsewhere` would leave it. */
export function inside(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/admin';
}
