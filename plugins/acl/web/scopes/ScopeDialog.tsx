import type { CollectionDefinition } from '@pergola/api';
import { LoadFailure, useLeave, useReturnFocus } from '@pergola/plugin';
import { Form, Modal, Skeleton } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleCollection, Scope } from '../model/rules';
import { useAllCollections } from '../queries';
import type { Setting } from './draft';
import { ScopeForm, type ScopeValues } from './ScopeForm';
import { useSaveScope } from './useSaveScope';
import { scopeVariables } from './variables';

interface ScopeDialogProps {
  collection: RoleCollection;
  /** Undefined for a new one. */
  scope: Scope | undefined;
  onClose: () => void;
}

const width = 800;

/** A condition with a name. It is tried out before it is saved. */
export function ScopeDialog({ collection, scope, onClose }: ScopeDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [form] = Form.useForm<ScopeValues>();
  const { data, error, refetch } = useAllCollections();
  const setting = useMemo(() => data && settingOf(collection, data), [collection, data]);
  const leave = useLeave(form);
  const save = useSaveScope(collection.name, scope, onClose, (said) =>
    form.setFields([{ name: 'condition', errors: [said] }]),
  );

  return (
    <Modal
      open
      width={width}
      title={scope ? t('Edit condition') : t('New condition')}
      okText={t('Save')}
      cancelText={t('Cancel')}
      okButtonProps={{ loading: save.isPending, disabled: !setting }}
      // Typed text is not given up by a click beside it.
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={() => leave(onClose)}
    >
      {setting ? (
        <ScopeForm
          form={form}
          setting={setting}
          scope={scope}
          onSave={(name, filter) => save.mutate({ name, filter })}
        />
      ) : error ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 5 }} />
      )}
    </Modal>
  );
}

/** The fields of the collection as both lists have them: that of permissions knows those of the system too. */
function settingOf(collection: RoleCollection, all: readonly CollectionDefinition[]): Setting {
  const known = all.find((one) => one.name === collection.name);
  const fields = [...(known?.fields ?? [])];
  const names = new Set(fields.map((field) => field.name));
  const own: CollectionDefinition = {
    ...known,
    name: collection.name,
    title: collection.title,
    fields: [...fields, ...collection.fields.filter((field) => !names.has(field.name))],
  };
  const collections = [...all.filter((one) => one.name !== own.name), own];
  return { collection: own, collections, variables: scopeVariables(collections) };
}
