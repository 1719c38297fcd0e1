/** Marks a text that is translated later, where it is shown; a test holds every marked text against the locale files. */
export const msg = (text: string): string => text;

const template = /\{\{\s*t\(\s*(['"])(.*?)\1[^)]*\)\s*\}\}/g;

/** Titles in the database may hold `{{t("…")}}`. */
export const translateTemplate = (text: string, t: (key: string) => string): string =>
  text.replace(template, (_, __, key: string) => t(key));
