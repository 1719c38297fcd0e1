import { RequestFailure, type CollectionDefinition } from '@pergola/api';
import { LoadFailure, useAddress, useFailureText, usePageTitle, useText } from '@pergola/plugin';
import { Button, Card, EmptyState, Page, Select, Skeleton } from '@pergola/ui';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answers } from '../check/Answers';
import styles from '../check/check.module.css';
import { keyOfCollection, useCollectionChoices, useExplanation, type Question } from '../check/checkQueries';
import { PersonPicker } from '../check/PersonPicker';
import { RecordPicker } from '../check/RecordPicker';
import { RolePicker } from '../check/RolePicker';

/** What a person may do with a collection or one of its records, and which role says so. All of it is in the address. */
export function CheckRightsPage() {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const [params, set] = useAddress();
  const question: Question = {
    user: params.get('user') ?? '',
    collection: params.get('collection') ?? '',
    record: params.get('record') ?? '',
    role: params.get('role') ?? '',
  };
  const { collections, isPending, error: collectionError, refetch: readCollections } = useCollectionChoices();
  const { data, isPlaceholderData, isFetching, error, refetch } = useExplanation(question);
  const collection = collections.find((one) => one.name === question.collection);
  const titleOf = (one: CollectionDefinition) => text(one.title) || one.name;
  // An answer about somebody else would be read as one about the person that is chosen.
  const explained = data && String(data.user.id) === question.user ? data : undefined;
  usePageTitle(t('Check rights'));

  return (
    <Page
      title={t('Check rights')}
      about={t('What a person may do with a collection or one of its records, and which role says so.')}
    >
      <Card>
        <div className={styles['question']}>
          <Labelled id={`${id}-person`} label={t('Person')}>
            <PersonPicker
              id={`${id}-person`}
              value={question.user}
              role={question.user ? '' : question.role}
              // Another person need not have the role.
              onChange={(user) => set({ user, ...(question.user && { role: null }) })}
            />
          </Labelled>
          <Labelled id={`${id}-collection`} label={t('Collection')}>
            <Select<string | null>
              id={`${id}-collection`}
              className={styles['select'] ?? ''}
              placeholder={t('Choose')}
              loading={isPending}
              value={question.collection || null}
              showSearch={{ optionFilterProp: 'label' }}
              notFoundContent={collectionError ? t('This could not be loaded') : t('No collection has this name')}
              options={collections.map((one) => ({ value: one.name, label: titleOf(one) }))}
              onOpenChange={(isOpen) => isOpen && collectionError && void readCollections()}
              onChange={(name) => set({ collection: name, record: null })}
            />
          </Labelled>
          {collection && keyOfCollection(collection) && (
            <Labelled id={`${id}-record`} label={t('Record (optional)')}>
              <RecordPicker
                key={collection.name}
                id={`${id}-record`}
                collection={collection}
                value={question.record}
                onChange={(record) => set({ record })}
              />
            </Labelled>
          )}
          {explained && explained.roles.length > 1 && explained.roleMode !== 'only-use-union' && (
            <Labelled id={`${id}-role`} label={t('Acting as')}>
              <RolePicker
                id={`${id}-role`}
                explanation={explained}
                onChange={(role) => set({ role })}
              />
            </Labelled>
          )}
        </div>
      </Card>
      {error && !isFetching ? (
        <Failure
          error={error}
          isNarrowed={question.record !== '' || question.role !== ''}
          onRetry={() => void refetch()}
          onWiden={() => set({ record: null, role: null })}
        />
      ) : (
        <Answer isAsked={question.user !== '' && question.collection !== ''} isReady={explained !== undefined}>
          {explained && (
            <Answers
              explanation={explained}
              collection={collection}
              title={collection ? titleOf(collection) : question.collection}
              isOld={isPlaceholderData}
            />
          )}
        </Answer>
      )}
    </Page>
  );
}

function Answer({ isAsked, isReady, children }: { isAsked: boolean; isReady: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  if (!isAsked) {
    return (
      <EmptyState title={t('Choose a person and a collection')}>
        {t('You then see for each action whether it is allowed, and why.')}
      </EmptyState>
    );
  }
  return isReady ? (
    children
  ) : (
    <Card>
      <Skeleton active paragraph={{ rows: 8 }} />
    </Card>
  );
}

interface FailureProps {
  error: unknown;
  /** Whether a record or a role is part of the question. */
  isNarrowed: boolean;
  onRetry: () => void;
  onWiden: () => void;
}

/** What is not there any more is not there the next time either. */
function Failure({ error, isNarrowed, onRetry, onWiden }: FailureProps) {
  const { t } = useTranslation();
  const describe = useFailureText();
  if (!(error instanceof RequestFailure) || (error.status !== 404 && error.status !== 400)) {
    return <LoadFailure error={error} onRetry={onRetry} />;
  }
  const action = isNarrowed && <Button onClick={onWiden}>{t('Ask about the whole collection')}</Button>;
  return <EmptyState title={describe(error)} {...(action && { action })} />;
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className={styles['labelled']}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
