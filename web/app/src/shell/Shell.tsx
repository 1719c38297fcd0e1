import { useWebPlugins } from '@pergola/plugin';
import { ComponentTheme, Notices, useIsNarrow } from '@pergola/ui';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { ConnectionLine } from './ConnectionLine';
import { Guard } from './Guard';
import { NoticeArea } from './NoticeArea';
import { Palette } from './Palette';
import { PluginsLine } from './PluginsLine';
import { SideMenu } from './SideMenu';
import { TopBar } from './TopBar';
import { useAccountLanguage } from './useAccountLanguage';
import { usePaletteKey } from './usePaletteKey';
import styles from './Shell.module.css';

const foldKey = 'PERGOLA_MENU_FOLDED';

export function Shell() {
  const { t, i18n } = useTranslation();
  const plugins = useWebPlugins();
  const isNarrow = useIsNarrow();
  const [isFolded, setIsFolded] = useState(() => localStorage.getItem(foldKey) === '1');
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const openPalette = useCallback(() => setIsPaletteOpen(true), []);
  usePaletteKey(openPalette);
  useAccountLanguage();

  const menuWidth = isNarrow ? '0px' : isFolded ? '56px' : '220px';
  useEffect(() => {
    document.documentElement.style.setProperty('--menu-width', menuWidth);
  }, [menuWidth]);

  const fold = () => {
    localStorage.setItem(foldKey, isFolded ? '0' : '1');
    setIsFolded(!isFolded);
  };

  return (
    <ComponentTheme language={i18n.language}>
    {/* Where they cover neither the menu nor the buttons of a drawer or a page. */}
    <Notices
      className={styles['notices'] ?? ''}
      notification={{ placement: isNarrow ? 'top' : 'bottomLeft' }}
    >
      <NoticeArea>
        <a className={styles['skip']} href="#content">
          {t('Skip to the content')}
        </a>
        <div className={styles['shell']}>
          <SideMenu
            isFolded={isFolded}
            isOverlay={isNarrow}
            isOpen={isMenuOpen}
            onFold={fold}
            onClose={() => setIsMenuOpen(false)}
          />
          <div className={styles['right']}>
            <TopBar isNarrow={isNarrow} onMenu={() => setIsMenuOpen(true)} onSearch={openPalette} />
            <ConnectionLine />
            <PluginsLine />
            <main id="content" tabIndex={-1} className={styles['content']}>
              <Outlet />
            </main>
          </div>
        </div>
        {isPaletteOpen && <Palette onClose={() => setIsPaletteOpen(false)} />}
        <Suspense fallback={null}>
          {plugins.map(
            ({ name, Overlay }) =>
              Overlay && (
                <Guard key={name}>
                  <Overlay />
                </Guard>
              ),
          )}
        </Suspense>
      </NoticeArea>
    </Notices>
    </ComponentTheme>
  );
}
