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
import { useRoleItems } from './useRoleItems';

export function PersonalMenu() {
  const { t, i18n } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const user = useCurrentUser();
  const mode = useModeChoice();
  const pages = useMenu('personal');
  const chooseLanguage = useChooseLanguage();
  const role = useRoleItems();
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
      chooseMode(value as ModeChoice);
    } else if (what === 'language' && isLanguage(value)) {
      void chooseLanguage(value);
    } else if (what === 'role') {
      role.choose(value);
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
    ...role.items,
    // In sight at once: lists that fly out are lost on a phone, and when the pointer takes the short way.
    {
      type: 'group',
      label: (
        <span className={styles['what']}>
          <LanguageIcon aria-hidden /> {t('Language')}
        </span>
      ),
      children: languages.map((language) => ({ key: `language:${language.tag}`, label: language.title })),
    },
    { type: 'divider' },
    {
      type: 'group',
      label: (
        <span className={styles['what']}>
          <ThemeIcon aria-hidden /> {t('Appearance')}
        </span>
      ),
      children: [
        { key: 'theme:system', label: t('As this device') },
        { key: 'theme:light', label: t('Light') },
        { key: 'theme:dark', label: t('Dark') },
      ],
    },
    { type: 'divider' },
    { key: 'signOut', icon: <SignOutIcon aria-hidden />, label: t('Sign out') },
    { type: 'divider' },
    { type: 'group', label: <span className={styles['version']}>{`Pergola ${page.version}`}</span> },
  ];

  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: choose, selectable: true, selectedKeys: [`language:${i18n.language}`, `theme:${mode}`, `role:${role.current}`] }}
    >
      <Button type="text" icon={<PersonIcon />} aria-label={[t('Personal menu'), name].filter(Boolean).join(': ')}>
        <span className={styles['name']}>{name}</span>
      </Button>
    </Dropdown>
  );
}
