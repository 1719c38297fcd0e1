import { RequestFailure, type CollectionDefinition, type Filter } from '@pergola/api';
import { nameOf, useCurrentUser, useDebounced } from '@pergola/plugin';
import { Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { variablesIn, type Example } from './filterFor';
import styles from './scopes.module.css';
import { useExamples, useTrial } from './trialQueries';

interface ConditionTrialProps {
  collection: CollectionDefinition;
  filter: Filter;
}

const pause = 400;

/** How many records a condition lets through; of those who look, somebody is chosen as the example. */
export function ConditionTrial({ collection, filter }: ConditionTrialProps) {
  const { t, i18n } = useTranslation();
  const me = useCurrentUser();
  const [search, setSearch] = useState('');
  /** Undefined for whoever makes the condition. */
  const [example, setExample] = useState<Example>();
  const used = variablesIn(filter);
  const isPersonal = used.length > 0;
  const relations = [...new Set(used.filter((one) => one.includes('.')).map((one) => one.split('.')[0] ?? ''))];
  const { data: people } = useExamples(useDebounced(search, pause), relations, isPersonal);
  const { data: count, error } = useTrial(collection, useDebounced(filter, pause), isPersonal ? example : undefined);
  const others = [...(people ?? []), ...(example ? [example] : [])].filter(
    (one, index, all) => one.id !== me?.id && all.findIndex((other) => other.id === one.id) === index,
  );

  return (
    <div className={styles['trial']}>
      <span role="status">
        {error
          ? error instanceof RequestFailure && error.status === 400
            ? t('The server does not take this condition: {message}', { message: error.message })
            : t('How many records this is could not be counted.')
          : count === undefined
            ? t('Counting …')
            : t('{count} of the records that you see', { count: count.toLocaleString(i18n.language) })}
      </span>
      {isPersonal && people && (
        <>
          <span aria-hidden="true">{t('if the person who looks is')}</span>
          <Select<string>
            size="small"
            aria-label={t('Example of a person who looks')}
            value={example ? String(example.id) : ''}
            showSearch={{ filterOption: false, searchValue: search, onSearch: setSearch }}
            notFoundContent={t('Nobody else has this name')}
            options={[
              { value: '', label: t('You') },
              ...others.map((one) => ({ value: String(one.id), label: nameOf(one) })),
            ]}
            onChange={(id) => {
              setExample(others.find((one) => String(one.id) === id));
              setSearch('');
            }}
          />
        </>
      )}
    </div>
  );
}
