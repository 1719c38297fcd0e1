import { msg, useAppName, useWebPlugins, type MenuEntry } from '@pergola/plugin';
import { Button, Drawer, FoldIcon, Mark, SettingsIcon, Tooltip, UnfoldIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { Guard } from './Guard';
import styles from './SideMenu.module.css';
import { useMenu } from './useMenu';

interface SideMenuProps {
  isFolded: boolean;
  isOverlay: boolean;
  isOpen: boolean;
  onFold: () => void;
  onClose: () => void;
}

const settings = { title: msg('Settings'), path: '/admin/settings', area: 'main' as const, icon: SettingsIcon };

export function SideMenu({ isFolded, isOverlay, isOpen, onFold, onClose }: SideMenuProps) {
  const { t } = useTranslation();
  const name = useAppName();
  if (isOverlay) {
    return (
      <Drawer
        placement="left"
        size={280}
        open={isOpen}
        onClose={onClose}
        title={t('Menu')}
        classNames={{ body: styles['drawer'] ?? '' }}
      >
        <MenuBody isFolded={false} onChoose={onClose} />
      </Drawer>
    );
  }

  return (
    <aside className={isFolded ? styles['folded'] : styles['side']}>
      <Link to="/admin" className={styles['mark']} aria-label={name}>
        <Mark />
        {!isFolded && <span>{name}</span>}
      </Link>
      <MenuBody isFolded={isFolded} onChoose={onClose} />
      <Button
        type="text"
        className={styles['fold'] ?? ''}
        icon={isFolded ? <UnfoldIcon /> : <FoldIcon />}
        onClick={onFold}
        aria-expanded={!isFolded}
        aria-label={isFolded ? t('Widen the menu') : t('Narrow the menu')}
      />
    </aside>
  );
}

function MenuBody({ isFolded, onChoose }: { isFolded: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const plugins = useWebPlugins();
  const entries = useMenu('main');
  const pages = useMenu('settings');
  const { pathname } = useLocation();
  const isInSettings = pathname.startsWith(settings.path);
  return (
    <nav className={styles['nav']} aria-label={t('Menu')}>
      {entries.map((entry) => (
        <MenuLink key={entry.path} entry={entry} isFolded={isFolded} onChoose={onChoose} />
      ))}
      <div className={styles['sections']}>
        {plugins.map(
          ({ name, MenuSection }) =>
            MenuSection && (
              <Guard key={name}>
                <MenuSection isFolded={isFolded} onChoose={onChoose} />
              </Guard>
            ),
        )}
      </div>
      {pages.length > 0 && (
        <div className={styles['settings']}>
          <MenuLink entry={settings} isFolded={isFolded} onChoose={onChoose} />
          {isInSettings && (
            <ul className={isFolded ? styles['pages'] : styles['inner']} aria-label={t('Settings')}>
              {pages.map((entry) => (
                <li key={entry.path}>
                  <MenuLink entry={entry} isFolded={isFolded} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </nav>
  );
}

function MenuLink({ entry, isFolded, onChoose }: { entry: MenuEntry; isFolded: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const title = t(entry.title);
  return (
    <Tooltip title={isFolded ? title : undefined} placement="right">
      <NavLink
        to={entry.path}
        end={entry.path === '/admin' || entry === settings}
        className={styles['link'] ?? ''}
        onClick={onChoose}
        aria-label={title}
      >
        <entry.icon />
        {!isFolded && <span>{title}</span>}
      </NavLink>
    </Tooltip>
  );
}
