import { LoadFailure, mayOpen, useAppSettings, usePageTitle, useRights } from '@pergola/plugin';
import { Card, Page, Skeleton } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SettingsForm } from './SettingsForm';
import styles from './settings.module.css';

export function SystemSettingsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useAppSettings();
  usePageTitle(t('System'));
  return (
    <Page isNarrow title={t('System')} about={t('What the app is called, what it speaks, and what people may change of themselves.')}>
      {error && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Card>{data ? <SettingsForm settings={data} /> : <Skeleton active />}</Card>
      )}
      <Elsewhere />
    </Page>
  );
}

/** What people look for here and what has its own page. */
function Elsewhere() {
  const { t } = useTranslation();
  const rights = useRights();
  const pages = [
    {
      path: '/admin/settings/security',
      title: t('Signing up and sessions'),
      about: t('Who may create an account, and how long people stay signed in.'),
      snippet: 'pm.security.token-policy',
    },
    {
      path: '/admin/settings/roles',
      title: t('How roles work together'),
      about: t('One role at a time, or all of a person together.'),
      snippet: 'pm.acl.roles',
    },
  ].filter(({ snippet }) => mayOpen(rights, snippet));
  return pages.length === 0 ? null : (
    <>
      <h2 className={styles['section']}>{t('On other pages')}</h2>
      <Card>
        <div className={styles['links']}>
          {pages.map(({ path, title, about }) => (
            <div key={path}>
              <Link to={path}>{title}</Link>
              <p>{about}</p>
            </div>
          ))}
        </div>
      </Card>
    </>
  );
}
