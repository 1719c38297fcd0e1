import { LoadFailure, useAct, useApi, usePageTitle } from '@pergola/plugin';
import { Button, Card, Page, Skeleton } from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SessionEntry } from '../account/SessionEntry';
import styles from '../account/sessions.module.css';
import { sessionsKey, type RunningSession } from '../account/sessions';

/** Where a person is signed in, and the end of it. */
export function SessionsPage() {
  const { t } = useTranslation();
  const api = useApi();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) => (await api.get<RunningSession[]>('auth:listSessions', { signal })).data,
  });
  usePageTitle(t('Sessions'));
  const endOthers = useAct<void>({
    run: (client) => client.post('auth:endOtherSessions'),
    touches: [sessionsKey],
    failed: t('The sessions were not ended'),
    done: t('You are signed out everywhere else'),
  });

  return (
    <Page
      isNarrow
      title={t('Sessions')}
      about={t('Where you are signed in. End what you do not know, and change your password then.')}
      actions={
        (data?.length ?? 0) > 1 && (
          <Button danger loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('Sign out everywhere else')}
          </Button>
        )
      }
    >
      {error && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Card isFlush>
          {isPending ? (
            <div className={styles['loading']}>
              <Skeleton active />
            </div>
          ) : (
            <ul className={styles['list']}>
              {data?.map((session) => (
                <SessionEntry key={session.id} session={session} />
              ))}
            </ul>
          )}
        </Card>
      )}
    </Page>
  );
}
