import { LoadFailure, usePageTitle, useRoles } from '@pergola/plugin';
import { Button, Card, EmptyState, Page, PlusIcon, Skeleton, useIsNarrow } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { RoleDrawer } from '../list/RoleDrawer';
import { RoleList } from '../list/RoleList';
import { RoleModeChoice } from '../list/RoleModeChoice';
import { rolesPath } from '../paths';
import { RoleBody } from './RoleBody';
import styles from './roles.module.css';

/** Roles on the left, and what the chosen one may do; on a phone one after the other. */
export function RolesPage() {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const { role: name, tab = 'general' } = useParams();
  const { roles, isPending, error, refetch } = useRoles();
  const [isAdding, setIsAdding] = useState(false);
  const chosen = name ?? (isNarrow ? undefined : roles[0]?.name);
  const role = roles.find((one) => one.name === chosen);
  usePageTitle(t('Roles and permissions'));

  if (error && roles.length === 0) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  const list = <RoleList roles={roles} chosen={chosen} tab={tab} />;
  const body = role ? <RoleBody key={role.name} role={role} tab={tab} /> : <NoRole />;
  return (
    <Page
      title={t('Roles and permissions')}
      about={t('A role says what people may see and do. Give people one or more of them.')}
      actions={
        <>
          <RoleModeChoice />
          <Button type="primary" icon={<PlusIcon />} onClick={() => setIsAdding(true)}>
            {t('Add role')}
          </Button>
        </>
      }
    >
      {isPending ? (
        <Card>
          <Skeleton active />
        </Card>
      ) : (
        <div className={styles['layout']}>
          {(!isNarrow || !chosen) && list}
          {(!isNarrow || chosen) && (
            <div className={styles['body']}>
              {isNarrow && <Link to={rolesPath}>{t('All roles')}</Link>}
              {body}
            </div>
          )}
        </div>
      )}
      {isAdding && <RoleDrawer onClose={() => setIsAdding(false)} />}
    </Page>
  );
}

function NoRole() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('This role does not exist')}
      action={<Button onClick={() => void navigate(rolesPath)}>{t('Show all roles')}</Button>}
    >
      {t('It may have been deleted.')}
    </EmptyState>
  );
}
