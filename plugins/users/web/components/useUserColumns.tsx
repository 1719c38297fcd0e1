import type { User } from '@pergola/api';
import { nameOf, useUserLinks } from '@pergola/plugin';
import { DeleteIcon, EditIcon, IconButton, useIsNarrow, type TableColumnsType } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import styles from '../users.module.css';
import { isFirst } from '../usersQuery';
import { RoleTags } from './RoleTags';

const linkWidth = 34;

type Act = (user: User) => void;

/** The columns of the list; on a phone one with everything, and the buttons. */
export function useUserColumns(onEdit: Act, onDelete: Act): TableColumnsType<User> {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const navigate = useNavigate();
  const links = useUserLinks();
  return useMemo(() => {
    const cell = (value: string | null | undefined) => value || <span className={styles['quiet']}>–</span>;
    const name = (user: User) => (
      <button type="button" className={styles['name']} onClick={() => onEdit(user)}>
        {nameOf(user)}
      </button>
    );
    const actions = {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end' as const,
      width: 104 + (isNarrow ? 0 : links.length * linkWidth),
      render: (_: unknown, user: User) => (
        <span className={styles['actions']}>
          {!isNarrow && links.map(({ title, icon: Icon, pathOf }) => (
            <IconButton
              key={title}
              icon={<Icon />}
              hint={t(title)}
              label={`${t(title)}: ${nameOf(user)}`}
              onClick={() => void navigate(pathOf(user))}
            />
          ))}
          <IconButton
            icon={<EditIcon />}
            hint={t('Edit')}
            label={t('Edit {title}', { title: nameOf(user) })}
            onClick={() => onEdit(user)}
          />
          <IconButton
            icon={<DeleteIcon />}
            hint={isFirst(user) ? t('The first account stays') : t('Delete')}
            label={t('Delete {title}', { title: nameOf(user) })}
            isDisabled={isFirst(user)}
            onClick={() => onDelete(user)}
          />
        </span>
      ),
    };
    if (isNarrow) {
      const all = (user: User) => (
        <>
          {name(user)}
          <div className={styles['second']}>{[user.username, user.email].filter(Boolean).join(' · ')}</div>
          <RoleTags roles={user.roles ?? []} />
          {links.map(({ title, pathOf }) => (
            <div key={title}>
              <Link to={pathOf(user)} aria-label={`${t(title)}: ${nameOf(user)}`}>
                {t(title)}
              </Link>
            </div>
          ))}
        </>
      );
      return [{ title: t('Name'), render: (_, user) => all(user) }, actions];
    }
    return [
      { title: t('Name'), render: (_, user) => name(user) },
      { title: t('Username'), render: (_, user) => cell(user.username) },
      { title: t('Email'), render: (_, user) => cell(user.email) },
      { title: t('Phone'), render: (_, user) => cell(user.phone) },
      { title: t('Roles'), render: (_, user) => <RoleTags roles={user.roles ?? []} /> },
      actions,
    ];
  }, [t, isNarrow, navigate, links, onEdit, onDelete]);
}
