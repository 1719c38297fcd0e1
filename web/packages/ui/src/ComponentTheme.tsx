import { StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import english from 'antd/es/locale/en_US';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useMode } from './colorMode';
import { LoadingIcon } from './icons';
import { loadComponentLocale } from './locale';
import { useLook } from './look/store';
import { keepingStyleCache } from './styleCache';
import { themeOf } from './theme';
import { useTabLeaves } from './useTabLeaves';

/** The value that the content security policy asks of every style sheet made here. */
const nonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** The library's own would stay in the name of a button after the work is done. */
const busyButton = { loadingIcon: <LoadingIcon aria-hidden /> };

/** Gives the components their colours and their words. */
export function ComponentTheme({ language, children }: { language: string; children: ReactNode }) {
  useTabLeaves();
  const mode = useMode();
  const [cache] = useState(keepingStyleCache);
  const look = useLook();
  const theme = useMemo(() => themeOf(mode, look), [mode, look]);
  const csp = useMemo(() => ({ nonce: nonce() }), []);
  // Never without one: the first to arrive would make everything below anew.
  const [locale, setLocale] = useState(english);

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const loaded = await loadComponentLocale(language);
      if (isCurrent && loaded) {
        setLocale(loaded);
      }
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [language]);

  return (
    <StyleProvider cache={cache}>
      <ConfigProvider theme={theme} csp={csp} locale={locale} button={busyButton} wave={{ disabled: true }}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
