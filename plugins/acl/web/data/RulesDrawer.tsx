import type { Role } from '@pergola/api';
import { FormDrawer, LoadFailure, rightsKey, useAct, useReturnFocus, useText } from '@pergola/plugin';
import { Button, Form, Skeleton } from '@pergola/ui';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOfCollection } from '../model/fields';
import { actionTitles } from '../model/labels';
import { readRules, rulesOf, ruleWithoutFields, writeRules, type RoleCollection, type Rules } from '../model/rules';
import { collectionsKey, rulesKey, useRules, useScopes, useStrategy } from '../queries';
import { RulesMatrix } from './RulesMatrix';
import { ScopeList } from '../scopes/ScopeList';

interface RulesDrawerProps {
  role: Role;
  collection: RoleCollection;
  title: string;
  onClose: () => void;
}

interface RulesForm {
  rules: Rules;
}

const width = 880;

/** The rules of a role for one collection; without any, they begin as what the general rule comes to. */
export function RulesDrawer({ role, collection, title, onClose }: RulesDrawerProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const text = useText();
  const [form] = Form.useForm<RulesForm>();
  const stored = useRules(role.name, collection.name);
  const strategy = useStrategy(role.name);
  const { scopes, data: knownScopes, error: scopeError, refetch } = useScopes(collection.name);
  const hasOwn = stored.data?.usingActionsConfig ?? false;
  const fieldsOf = useMemo(() => fieldsOfCollection(collection), [collection]);
  const isReady = stored.data !== undefined && strategy.data !== undefined && knownScopes !== undefined;

  useEffect(() => {
    // What somebody has begun to choose is not overwritten when conditions are read anew.
    if (isReady && !form.isFieldsTouched()) {
      const rules = hasOwn
        ? readRules(stored.data?.actions ?? [], fieldsOf, scopes)
        : rulesOf(strategy.data ?? [], fieldsOf);
      form.setFieldsValue({ rules });
    }
  }, [isReady, hasOwn, stored.data, strategy.data, scopes, fieldsOf, form]);

  const send = (resource: object) => ({ resources: [{ name: collection.name, ...resource }] });
  const act = {
    touches: [collectionsKey(role.name), rulesKey(role.name, collection.name), rightsKey],
    done: t('Saved'),
    onDone: onClose,
  };
  const save = useAct<RulesForm>({
    ...act,
    run: (api, { rules }) => {
      const actions = writeRules(rules, scopes, stored.data?.actions);
      const body = send({ usingActionsConfig: true, actions });
      return api.post('roles:applyDataPermissions', body, { params: { filterByTk: role.name } });
    },
    failed: t('The rules were not saved'),
  });
  const reset = useAct<void>({
    ...act,
    run: (api) =>
      api.post('roles:applyDataPermissions', send({ usingActionsConfig: false }), {
        params: { filterByTk: role.name },
      }),
    failed: t('The rules were not saved'),
  });

  const error = stored.error ?? strategy.error ?? scopeError;
  const check = async (_: unknown, rules: Rules) => {
    const action = ruleWithoutFields(rules);
    if (action) {
      throw new Error(
        t('{action} has no fields. Tick at least one, or switch it off.', { action: t(actionTitles[action]) }),
      );
    }
  };

  return (
    <FormDrawer
      title={t('{role}: rules for {title}', { role: text(role.title) || role.name, title })}
      isOpen
      isBusy={save.isPending}
      isClosed={!isReady}
      form={form}
      width={width}
      aside={
        hasOwn && (
          <Button loading={reset.isPending} onClick={() => reset.mutate()}>
            {t('Back to the general rule')}
          </Button>
        )
      }
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      {error && !isReady && (
        <LoadFailure
          error={error}
          onRetry={() => void Promise.all([stored.refetch(), strategy.refetch(), refetch()])}
        />
      )}
      {!error && !isReady && <Skeleton active paragraph={{ rows: 8 }} />}
      {isReady && (
        <>
          <Form.Item name="rules" rules={[{ validator: check }]}>
            <RulesMatrix collection={collection} scopes={scopes} />
          </Form.Item>
          <ScopeList collection={collection} scopes={scopes} />
        </>
      )}
    </FormDrawer>
  );
}
