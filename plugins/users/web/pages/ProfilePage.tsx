import type { User } from '@pergola/api';
import {
  currentUserKey,
  isLanguage,
  languages,
  LoadFailure,
  useAct,
  useChooseLanguage,
  useFailureText,
  usePageTitle,
  useSession,
  type Language,
} from '@pergola/plugin';
import { Alert, Button, Card, Form, Page, Select, Skeleton } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountItems } from '../components/AccountItems';
import { RoleTags } from '../components/RoleTags';
import { useAccountErrors } from '../components/useAccountErrors';
import styles from './ProfilePage.module.css';
import { changesOf, type UserForm } from '../usersQuery';

export function ProfilePage() {
  const { t } = useTranslation();
  const { data: user, error, refetch } = useSession();
  usePageTitle(t('Profile'));
  return (
    <Page isNarrow title={t('Profile')} about={t('How others see you, and what you sign in with.')}>
      {error && !user ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Card>{user ? <ProfileForm user={user} /> : <Skeleton active />}</Card>
      )}
      {user && (
        <Card>
          <LanguageChoice />
        </Card>
      )}
    </Page>
  );
}

function ProfileForm({ user }: { user: User }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<UserForm>();
  const describe = useFailureText();
  const place = useAccountErrors(form);
  const [refusal, setRefusal] = useState<string>();
  const save = useAct<UserForm>({
    run: (api, values) => {
      const { roles: _, ...changes } = changesOf({ ...values, roles: [] }, user);
      return api.post('users:updateProfile', changes);
    },
    touches: [currentUserKey, ['users']],
    done: t('Saved'),
    onDone: () => setRefusal(undefined),
    onFailed: (error) => setRefusal(place(error) ? undefined : describe(error)),
  });
  const { nickname, username, email, phone } = user;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ nickname, username, email, phone }}
      onFinish={(values) => save.mutate(values)}
    >
      {refusal && <Alert type="error" role="alert" showIcon title={t('Not saved')} description={refusal} />}
      <AccountItems isOwn />
      <p className={styles['roles']}>
        {t('Roles')}: <RoleTags roles={user.roles ?? []} />
      </p>
      <div className={styles['foot']}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('Save')}
        </Button>
      </div>
    </Form>
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const choose = useChooseLanguage();
  return (
    <Form layout="vertical">
      <Form.Item className={styles['last'] ?? ''} label={t('Language')} htmlFor="language" extra={t('Takes effect at once.')}>
        <Select<Language>
          id="language"
          value={isLanguage(i18n.language) ? i18n.language : 'en-US'}
          options={languages.map((language) => ({ value: language.tag, label: language.title }))}
          onChange={(language) => void choose(language)}
        />
      </Form.Item>
    </Form>
  );
}
