import { useText } from '@pergola/plugin';
import { Card, Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExplainedRole, Explanation } from '../model/explanation';
import { rolePath } from '../paths';
import styles from './check.module.css';

/** The roles of the person, where each comes from, and which of them count. */
export function RolesOf({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation();
  const text = useText();
  const { roles, actingAs } = explanation;
  const from = (role: ExplainedRole) =>
    [...(role.isOwn ? [t('given in person')] : []), ...role.from.map(({ title }) => t('by {title}', { title }))].join(', ');
  return (
    <Card>
      <h2 className={styles['heading']}>{t('Roles')}</h2>
      {roles.length === 0 ? (
        <p className={styles['quiet']}>{t('Without a role nobody can work. Give one on the page of a role.')}</p>
      ) : (
        <ul className={styles['roles']}>
          {roles.map((role) => (
            <li key={role.name}>
              <Link to={rolePath(role.name)}>{text(role.title) || role.name}</Link>{' '}
              <span className={styles['quiet']}>{from(role)}</span>
              {roles.length > 1 && actingAs.includes(role.name) && <Tag>{t('Counts now')}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
