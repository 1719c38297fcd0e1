import { LoadFailure, useAct, useApi, useText } from '@pergola/plugin';
import { Card, EditIcon, IconButton, Skeleton, Switch } from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthenticatorDrawer } from './AuthenticatorDrawer';
import { authenticatorsKey, type Authenticator } from './authenticators';
import styles from './authenticators.module.css';

/** The ways to sign in: switched on and off, and changed. */
export function AuthenticatorCard() {
  const { t } = useTranslation();
  const text = useText();
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: authenticatorsKey,
    queryFn: async ({ signal }) => {
      const params = { paginate: false, sort: ['sort'] };
      return (await api.get<Authenticator[]>('authenticators:list', { params, signal })).data;
    },
  });
  const [edited, setEdited] = useState<Authenticator>();
  const turn = useAct<Authenticator>({
    run: (client, { id, enabled }) =>
      client.post('authenticators:update', { enabled: !enabled }, { params: { filterByTk: id } }),
    touches: [authenticatorsKey],
    failed: t('Not saved'),
  });
  const titleOf = (one: Authenticator) => text(one.title) || one.name;

  if (error && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return (
      <Card>
        <Skeleton active />
      </Card>
    );
  }
  return (
    <Card isFlush>
      <ul className={styles['list']}>
        {data.map((one) => (
          <li key={one.id} className={styles['entry']}>
            <div className={styles['words']}>
              <strong>{titleOf(one)}</strong>
              <p>{[text(one.description), signUpText(one)].filter(Boolean).join(' ')}</p>
            </div>
            <Switch
              checked={one.enabled}
              loading={turn.isPending && turn.variables.id === one.id}
              aria-label={t('{title} is switched on', { title: titleOf(one) })}
              onChange={() => turn.mutate(one)}
            />
            <IconButton
              icon={<EditIcon />}
              hint={t('Edit')}
              label={t('Edit {title}', { title: titleOf(one) })}
              onClick={() => setEdited(one)}
            />
          </li>
        ))}
      </ul>
      {edited && <AuthenticatorDrawer authenticator={edited} onClose={() => setEdited(undefined)} />}
    </Card>
  );

  function signUpText({ options }: Authenticator): string {
    return options.public?.allowSignUp ? t('Anybody can make an account.') : t('Accounts are made by administrators.');
  }
}
