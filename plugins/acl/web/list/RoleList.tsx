import type { Role } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../pages/roles.module.css';
import { rolePath } from '../paths';

interface RoleListProps {
  roles: readonly Role[];
  chosen: string | undefined;
  tab: string;
}

export function RoleList({ roles, chosen, tab }: RoleListProps) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <nav aria-label={t('Roles')}>
      <ul className={styles['list']}>
        {roles.map((role) => (
          <li key={role.name}>
            <Link
              to={rolePath(role.name, tab)}
              className={styles['role'] ?? ''}
              {...(role.name === chosen && { 'aria-current': 'true' as const })}
            >
              <span>{text(role.title) || role.name}</span>
              {role.default && <Tag>{t('New users')}</Tag>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
