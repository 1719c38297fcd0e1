import type { Locale } from 'antd/es/locale';

const locales: Record<string, () => Promise<Locale>> = {
  'zh-CN': async () => {
    const [{ default: locale }, { default: dayjs }] = await Promise.all([
      import('antd/es/locale/zh_CN'),
      import('dayjs'),
      import('dayjs/locale/zh-cn'),
    ]);
    dayjs.locale('zh-cn');
    return locale;
  },
  'sv-SE': async () => {
    const [{ default: locale }, { default: dayjs }] = await Promise.all([
      import('antd/es/locale/sv_SE'),
      import('dayjs'),
      import('dayjs/locale/sv'),
    ]);
    dayjs.locale('sv');
    return locale;
  },
  'en-US': async () => {
    const [{ default: locale }, { default: dayjs }] = await Promise.all([
      import('antd/es/locale/en_US'),
      import('dayjs'),
    ]);
    dayjs.locale('en');
    return locale;
  },
};

/** The words of the components themselves: calendars, paging, empty tables. */
export const loadComponentLocale = async (language: string): Promise<Locale | undefined> => locales[language]?.();
