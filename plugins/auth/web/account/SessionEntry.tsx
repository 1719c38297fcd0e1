import { useAct, useLanguage } from '@pergola/plugin';
import { Button, Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { clientOf, sessionsKey, type RunningSession } from './sessions';
import styles from './sessions.module.css';

/** A session: what with, from where, since when. */
export function SessionEntry({ session }: { session: RunningSession }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = clientOf(session.userAgent);
  const name = client ? [client.client, client.system].filter(Boolean).join(' · ') : t('Unknown device');
  const since = new Date(session.signInTime).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  const end = useAct<void>({
    run: (api) => api.post('auth:endSession', { id: session.id }),
    touches: [sessionsKey],
    failed: t('The session was not ended'),
    done: t('The session is ended'),
  });

  return (
    <li className={styles['entry']}>
      <div className={styles['words']}>
        <strong>{name}</strong> {session.isCurrent && <Tag color="green">{t('This one')}</Tag>}
        <p>{[t('Signed in {date}', { date: since }), session.address].filter(Boolean).join(' · ')}</p>
      </div>
      {!session.isCurrent && (
        <Button loading={end.isPending} aria-label={t('End the session {name}', { name })} onClick={() => end.mutate()}>
          {t('End')}
        </Button>
      )}
    </li>
  );
}
