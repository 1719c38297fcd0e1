import { LoadFailure, useAddress, usePageTitle } from '@pergola/plugin';
import { Card, EmptyState, Page, Skeleton, useIsNarrow } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { PartList } from '../parts/PartList';
import { useParts } from '../queries';
import styles from './page.module.css';
import { PartView } from './PartView';
import { SaveDocument } from './SaveDocument';

/** Everything the person at the screen can call, and a form to call it with. What is chosen is in the address. */
export function ApiDocPage() {
  const { t } = useTranslation();
  const [params, set] = useAddress();
  const isNarrow = useIsNarrow();
  const { data: parts, error, refetch } = useParts();
  const resource = params.get('resource');
  const action = params.get('action');
  const part = parts?.find((one) => one.resource === resource);
  usePageTitle(t('API documentation'));

  const choose = (chosen: string, name: string) => set({ resource: chosen, action: name, params: null });
  const back = isNarrow && part ? { label: t('All actions'), onClick: () => set({ resource: null, action: null }) } : null;
  return (
    <Page
      isFilled
      title={t('API documentation')}
      about={t('What you can call, with the rights you have. Try it here, or take the document along.')}
      actions={<SaveDocument part={part} />}
      {...(back && { back })}
    >
      {error && !parts ? (
        <Card>
          <LoadFailure error={error} onRetry={() => void refetch()} />
        </Card>
      ) : !parts ? (
        <Card>
          <Skeleton active />
        </Card>
      ) : (
        <div className={styles['columns']}>
          {!back && (
            <div className={styles['left']}>
              <PartList parts={parts} resource={resource} action={action} onChoose={choose} />
            </div>
          )}
          {(!isNarrow || part) && (
            <div className={styles['right']}>
              {part && action !== null ? (
                <PartView part={part} action={action} preset={params.get('params')} />
              ) : (
                <Welcome isMissing={resource !== null} />
              )}
            </div>
          )}
        </div>
      )}
    </Page>
  );
}

function Welcome({ isMissing }: { isMissing: boolean }) {
  const { t } = useTranslation();
  return isMissing ? (
    <EmptyState title={t('This is not there for you')}>
      {t('It is gone, or your role does not allow it. Choose something else.')}
    </EmptyState>
  ) : (
    <EmptyState title={t('Choose an action')}>
      {t('Each shows what it takes and answers, and can be tried with your session or an API key.')}
    </EmptyState>
  );
}
