import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { type FieldInterface, interfaceOf, keyFieldOf } from '@pergola/fields';
import { FormDrawer, useText } from '@pergola/plugin';
import { Form } from '@pergola/ui';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../collectionsQuery';
import { useChange } from '../useChange';
import { useProposedName } from '../useProposedName';
import { changedField } from './changedField';
import { formOf, newForm, type FieldForm } from './fieldForm';
import { FieldItems } from './FieldItems';
import { newField } from './newField';

interface FieldDrawerProps {
  collection: CollectionDefinition;
  /** Set while a field is added. */
  kind: FieldInterface | undefined;
  /** Set while a field is edited. */
  field: FieldDefinition | undefined;
  onClose: () => void;
}

export function FieldDrawer({ collection, kind: added, field, onClose }: FieldDrawerProps) {
  const { t } = useTranslation();
  const text = useText();
  const [form] = Form.useForm<FieldForm>();
  const { collections } = useCollections();
  const kind = useMemo(() => (field ? interfaceOf(field) : added), [field, added]);
  const taken = useMemo(() => (collection.fields ?? []).map((other) => other.name), [collection]);
  const { begin, typed, follow } = useProposedName(form, taken, 'f_');
  const shown = useMemo(
    () => ({ title: text(field?.uiSchema?.title), description: text(field?.description) }),
    [field, text],
  );

  useEffect(() => {
    begin(field !== undefined || added?.fixedName !== undefined);
    if (field && kind) {
      form.setFieldsValue(formOf(field, kind, shown));
    } else if (added) {
      form.setFieldsValue(newForm(added, collection, t(added.title)));
    }
  }, [field, added, kind, collection, form, t, shown, begin]);

  const save = useChange<FieldForm>({
    run: (api, values) => {
      const resource = `collections/${collection.name}/fields`;
      if (field && kind) {
        const changes = changedField(field, kind, values, shown);
        return api.post(`${resource}:update`, changes, { params: { filterByTk: field.name } });
      }
      const target = collections.find((other) => other.name === values.relation?.target);
      const keys = { here: keyFieldOf(collection), there: target ? keyFieldOf(target) : 'id' };
      return kind ? api.post(`${resource}:create`, newField(kind, values, keys)) : Promise.resolve();
    },
    failed: t('The field was not saved'),
    done: t('Saved'),
    onDone: onClose,
  });

  return (
    <FormDrawer
      title={kind && `${field ? t('Edit field') : t('Add field')}: ${t(kind.title)}`}
      isOpen={kind !== undefined}
      isBusy={save.isPending}
      form={form}
      firstField="title"
      width={added && (added.group === 'relations' || added.hasOptions || added.name === 'sequence') ? 640 : 520}
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      {kind && (
        <FieldItems
          collection={collection}
          kind={kind}
          field={field}
          form={form}
          onTitle={follow}
          onNameTyped={typed}
        />
      )}
    </FormDrawer>
  );
}
