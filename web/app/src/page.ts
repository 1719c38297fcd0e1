/** What the server has written into the page. */
const content = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

export const page = {
  /** Public path without a slash at its end. */
  root: new URL(document.baseURI).pathname.replace(/\/$/, ''),
  api: content('pergola-api'),
  version: content('pergola-version'),
};
