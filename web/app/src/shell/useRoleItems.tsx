import { useApi, useCurrentUser, useRights, useText } from '@pergola/plugin';
import { RolesIcon, type MenuProps } from '@pergola/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from './PersonalMenu.module.css';

const union = '__union__';

/** The roles that somebody may act as, where there is a choice. */
export function useRoleItems() {
  const { t } = useTranslation();
  const text = useText();
  const rights = useRights();
  const roles = useCurrentUser()?.roles ?? [];
  const { session } = useApi();
  const queries = useQueryClient();
  const choose = (name: string) => {
    session.actAs(name);
    // Whatever is on the screen may look different to the other role.
    void queries.invalidateQueries();
  };

  const mode = rights?.roleMode ?? 'default';
  const isOpen = roles.length > 1 && mode !== 'only-use-union';
  const choices = [
    ...roles.map(({ name, title }) => ({ key: `role:${name}`, label: text(title) || name })),
    ...(mode === 'allow-use-union' ? [{ key: `role:${union}`, label: t('All roles together') }] : []),
  ];
  const items: NonNullable<MenuProps['items']> = isOpen
    ? [
        {
          type: 'group',
          label: (
            <span className={styles['what']}>
              <RolesIcon aria-hidden /> {t('Role')}
            </span>
          ),
          children: choices,
        },
        { type: 'divider' },
      ]
    : [];
  return { items, current: rights?.role ?? '', choose };
}
