import { RequestFailure, type User } from '@pergola/api';
import {
  FormDrawer,
  nameOf,
  rightsKey,
  useAct,
  useFailureText,
  useReturnFocus,
  useRights,
  useRoles,
  useText,
  useUserParts,
} from '@pergola/plugin';
import { Alert, Form, Input, Select, Skeleton } from '@pergola/ui';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../users.module.css';
import { changesOf, furtherChanges, usersKey, type UserForm } from '../usersQuery';
import { AccountItems } from './AccountItems';
import { useAccountErrors } from './useAccountErrors';

interface UserDrawerProps {
  /** Undefined for a new one. */
  user: User | undefined;
  onClose: () => void;
}

const root = 'root';

export function UserDrawer({ user, onClose }: UserDrawerProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [form] = Form.useForm<UserForm>();
  const describe = useFailureText();
  const place = useAccountErrors(form);
  const [refusal, setRefusal] = useState<string>();

  useEffect(() => {
    form.setFieldsValue({
      nickname: user?.nickname ?? '',
      username: user?.username ?? '',
      email: user?.email ?? '',
      phone: user?.phone ?? '',
      roles: user?.roles?.map((role) => role.name) ?? [],
    });
  }, [form, user]);

  const save = useAct<UserForm>({
    run: (api, values) => {
      const changes = { ...changesOf(values, user), ...furtherChanges(form) };
      return user
        ? api.post('users:update', changes, { params: { filterByTk: user.id } })
        : api.post('users:create', changes);
    },
    touches: [usersKey, rightsKey],
    done: t('Saved'),
    onDone: onClose,
    onFailed: (error) => {
      const isForbidden = error instanceof RequestFailure && error.status === 403;
      if (isForbidden) {
        setRefusal(t('You may not change this account, or give or take these roles: they may do more than you may.'));
      } else {
        setRefusal(place(error) ? undefined : describe(error));
      }
    },
  });

  return (
    <FormDrawer
      title={user ? t('Edit {title}', { title: nameOf(user) }) : t('Add user')}
      isOpen
      isBusy={save.isPending}
      form={form}
      firstField="nickname"
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      {refusal && (
        <Alert className={styles['refusal'] ?? ''} type="error" role="alert" showIcon title={t('Not saved')} description={refusal} />
      )}
      <AccountItems />
      <Form.Item
        name="password"
        label={t('Password')}
        extra={user ? t('Leave it empty to keep the present one. A new one ends all sessions of this person.') : undefined}
        rules={[{ required: !user, message: t('Please enter a password') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <RolesItem user={user} />
      <FurtherItems user={user} />
    </FormDrawer>
  );
}

/** What other plugins know of a user. */
function FurtherItems({ user }: { user: User | undefined }) {
  return useUserParts().map(({ Items }, index) => (
    <Suspense key={index} fallback={<Skeleton active title={false} />}>
      <Items user={user} />
    </Suspense>
  ));
}

function RolesItem({ user }: { user: User | undefined }) {
  const { t } = useTranslation();
  const text = useText();
  const { roles, isPending } = useRoles();
  const rights = useRights();
  const usual = roles.find((role) => role.default);
  // Only those who have it hand it on; whoever has it already keeps it visible.
  const offered = roles.filter(
    (role) => role.name !== root || rights?.allowAll || user?.roles?.some((one) => one.name === root),
  );
  return (
    <Form.Item
      name="roles"
      label={t('Roles')}
      extra={
        !user && usual
          ? t('Without a choice it is {role}.', { role: text(usual.title) || usual.name })
          : t('What this person may do is what their roles allow.')
      }
    >
      <Select
        mode="multiple"
        loading={isPending}
        showSearch={{ optionFilterProp: 'label' }}
        options={offered.map((role) => ({ value: role.name, label: text(role.title) || role.name }))}
      />
    </Form.Item>
  );
}
