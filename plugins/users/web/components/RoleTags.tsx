import type { Role } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Tag } from '@pergola/ui';
import styles from '../users.module.css';

export function RoleTags({ roles }: { roles: readonly Role[] }) {
  const text = useText();
  if (roles.length === 0) {
    return <span className={styles['quiet']}>–</span>;
  }
  return (
    <span className={styles['tags']}>
      {roles.map((role) => (
        <Tag key={role.name}>{text(role.title) || role.name}</Tag>
      ))}
    </span>
  );
}
