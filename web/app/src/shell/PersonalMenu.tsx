import { isLanguage, languages, useApi, useChooseLanguage, useCurrentUser } from '@pergola/plugin';
import {
  Button,
  chooseMode,
  Dropdown,
  LanguageIcon,
  PersonIcon,
  SignOutIcon,
  ThemeIcon,
  useModeChoice,
  type MenuProps,
  type ModeChoice,
} from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { page } from '../page';
import styles from './PersonalMenu.module.css';
import { useMenu } from './useMenu';

/** How long a menu takes to close, in milliseconds, and some. */
const closing = 250;

export function PersonalMenu() {
  const { t, i18n } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const user = useCurrentUser();
  const mode = useModeChoice();
  const pages = useMenu('personal');
  const chooseLanguage = useChooseLanguage();
  const name = user?.nickname || user?.username || user?.email || '';

  const signOut = async () => {
    try {
      await api.post('auth:signOut');
    } finally {
      api.session.end();
      await navigate('/signin');
    }
  };

  const choose: MenuProps['onClick'] = ({ key }) => {
    const [what, value = ''] = key.split(':');
    if (what === 'theme') {
      // Once the menu is gone: all styles changing while it closes would leave it standing.
      window.setTimeout(() => chooseMode(value as ModeChoice), closing);
    } else if (what === 'language' && isLanguage(value)) {
      void chooseLanguage(value);
    } else if (what === 'page') {
      void navigate(value);
    } else if (what === 'signOut') {
      void signOut();
    }
  };

  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: (
        <span className={styles['who']}>
          {name}
          <small>{user?.email}</small>
        </span>
      ),
    },
    { type: 'divider' },
    ...pages.map((entry) => ({ key: `page:${entry.path}`, icon: <entry.icon />, label: t(entry.title) })),
    ...(pages.length > 0 ? [{ type: 'divider' as const }] : []),
    {
      key: 'language',
      icon: <LanguageIcon />,
      label: t('Language'),
      children: languages.map((language) => ({ key: `language:${language.tag}`, label: language.title })),
    },
    {
      key: 'theme',
      icon: <ThemeIcon />,
      label: t('Appearance'),
      children: [
        { key: 'theme:system', label: t('As this device') },
        { key: 'theme:light', label: t('Light') },
        { key: 'theme:dark', label: t('Dark') },
      ],
    },
    { type: 'divider' },
    { key: 'signOut', icon: <SignOutIcon />, label: t('Sign out') },
    { type: 'divider' },
    { type: 'group', label: <span className={styles['version']}>{`Pergola ${page.version}`}</span> },
  ];

  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: choose, selectable: true, selectedKeys: [`language:${i18n.language}`, `theme:${mode}`] }}
    >
      <Button type="text" icon={<PersonIcon />} aria-label={[t('Personal menu'), name].filter(Boolean).join(': ')}>
        <span className={styles['name']}>{name}</span>
      </Button>
    </Dropdown>
  );
}
