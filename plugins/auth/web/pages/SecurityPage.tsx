import { RequestFailure } from '@pergola/api';
import { LoadFailure, mayOpen, useAct, useApi, useFailureText, usePageTitle, useRights } from '@pergola/plugin';
import { Alert, Button, Card, Form, Page, Skeleton } from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthenticatorCard } from '../authenticators/AuthenticatorCard';
import { DurationInput } from '../security/DurationInput';
import { lengthOf } from '../security/duration';
import styles from './forms.module.css';

interface TokenPolicy {
  tokenExpirationTime: string;
  sessionExpirationTime: string;
  expiredTokenRenewLimit: string;
}

const policyKey = ['tokenPolicy'];
const names = ['tokenExpirationTime', 'expiredTokenRenewLimit', 'sessionExpirationTime'] as const;
const address = { params: { filterByTk: 'token-policy-config' } };

export function SecurityPage() {
  const { t } = useTranslation();
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: policyKey,
    queryFn: async ({ signal }) =>
      (await api.get<{ config: TokenPolicy }>('tokenControlConfig:get', { ...address, signal })).data.config,
  });
  const mayChooseWays = mayOpen(useRights(), 'pm.auth.authenticators');
  usePageTitle(t('Security'));
  return (
    <Page isNarrow title={t('Security')} about={t('How people sign in, and how long they stay signed in.')}>
      {mayChooseWays && (
        <section aria-labelledby="ways">
          <h2 id="ways" className={styles['section']}>
            {t('Ways to sign in')}
          </h2>
          <AuthenticatorCard />
        </section>
      )}
      <h2 className={styles['section']}>{t('Sessions')}</h2>
      {error && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Card>{data ? <PolicyForm policy={data} /> : <Skeleton active />}</Card>
      )}
    </Page>
  );
}

function PolicyForm({ policy }: { policy: TokenPolicy }) {
  const { t } = useTranslation();
  const describe = useFailureText();
  const [form] = Form.useForm<TokenPolicy>();
  const [refusal, setRefusal] = useState<string>();
  const save = useAct<TokenPolicy>({
    run: (api, config) => api.post('tokenControlConfig:update', { config: { ...policy, ...config } }, address),
    touches: [policyKey],
    done: t('Saved'),
    onDone: () => setRefusal(undefined),
    onFailed: (error) => {
      // The server names the setting within its message.
      const said = error instanceof RequestFailure ? error.message : '';
      const name = names.find((one) => said.includes(one));
      if (name) {
        form.setFields([{ name, errors: [said.replace(`"${name}"`, t('This')).replace(/^./, (first) => first.toUpperCase())] }]);
      }
      setRefusal(name ? undefined : describe(error));
    },
  });
  const required = { required: true, message: t('Give a time, such as 1 day.') };
  const positive = {
    validator: (_: unknown, value: string) =>
      lengthOf(value) === 0 ? Promise.reject(new Error(t('The time must be longer than nothing.'))) : Promise.resolve(),
  };

  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={policy} onFinish={(values) => save.mutate(values)}>
      {refusal && <Alert type="error" role="alert" showIcon title={t('Not saved')} description={refusal} />}
      <Form.Item
        name="sessionExpirationTime"
        label={t('Session')}
        extra={t('After this time everybody signs in again, however busy they are.')}
        rules={[required, positive]}
      >
        <DurationInput label={t('Session')} presets={['12h', '7d', '30d', '90d']} />
      </Form.Item>
      <Form.Item
        name="tokenExpirationTime"
        label={t('Token')}
        extra={t('How long one proof of a sign-in is good. It is renewed by itself while somebody works.')}
        dependencies={['sessionExpirationTime']}
        rules={[
          required,
          positive,
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              lengthOf(value) > lengthOf(String(getFieldValue('sessionExpirationTime')))
                ? Promise.reject(new Error(t('A token cannot outlive its session. Choose a shorter time.')))
                : Promise.resolve(),
          }),
        ]}
      >
        <DurationInput label={t('Token')} presets={['30m', '6h', '1d']} />
      </Form.Item>
      <Form.Item
        name="expiredTokenRenewLimit"
        label={t('Time away')}
        extra={t('Who comes back within this time after the token has run out works on; later they sign in again. 0 means as long as the session lasts.')}
        rules={[required]}
      >
        <DurationInput label={t('Time away')} presets={['1h', '12h', '1d', '7d']} />
      </Form.Item>
      <div className={styles['foot']}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('Save')}
        </Button>
      </div>
    </Form>
  );
}
