import { Button, Mark, MenuIcon, SearchIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PersonalMenu } from './PersonalMenu';
import styles from './TopBar.module.css';

interface TopBarProps {
  isNarrow: boolean;
  onMenu: () => void;
  onSearch: () => void;
}

const shortcut = navigator.userAgent.includes('Mac') ? '⌘ K' : 'Ctrl K';

export function TopBar({ isNarrow, onMenu, onSearch }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <header className={styles['bar']}>
      {isNarrow && (
        <>
          <Button type="text" icon={<MenuIcon />} onClick={onMenu} aria-label={t('Open the menu')} />
          <Link to="/admin" className={styles['mark']} aria-label={t('Start')}>
            <Mark />
          </Link>
        </>
      )}
      <button type="button" className={styles['search']} onClick={onSearch}>
        <SearchIcon aria-hidden />
        <span className={styles['label']}>{t('Search')}</span>
        {!isNarrow && <kbd aria-hidden="true">{shortcut}</kbd>}
      </button>
      <div className={styles['space']} />
      <PersonalMenu />
    </header>
  );
}
