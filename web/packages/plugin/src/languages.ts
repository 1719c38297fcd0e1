/** The languages of the client, each in its own words. */
export const languages = [
  { tag: 'en-US', title: 'English' },
  { tag: 'zh-CN', title: '简体中文' },
  { tag: 'sv-SE', title: 'Svenska' },
] as const;

export type Language = (typeof languages)[number]['tag'];

export const isLanguage = (tag: string | null | undefined): tag is Language =>
  languages.some((language) => language.tag === tag);
