import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { placeErrors, toWire } from '@pergola/fields';
import { useApi, useNotices, useText } from '@pergola/plugin';
import type { FormInstance } from '@pergola/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

interface SaveSettings {
  collection: CollectionDefinition;
  recordKey: string | null;
  form: FormInstance<RecordValues>;
  fields: readonly FieldDefinition[];
  onSaved: (goesOn: boolean) => void;
  /** Nobody has it any more. */
  onGone: () => void;
}

interface Save {
  body: RecordValues;
  /** Another record is added afterwards. */
  goesOn: boolean;
}

/** Sends what was changed. What the server refuses is said at the field it names; what was typed stays. */
export function useSaveRecord({ collection, recordKey, form, fields, onSaved, onGone }: SaveSettings) {
  const { t } = useTranslation();
  const text = useText();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();

  return useMutation({
    mutationFn: async ({ body }: Save): Promise<boolean> => {
      if (recordKey === null) {
        await api.post(`${collection.name}:create`, body);
        return true;
      }
      const params = { filterByTk: recordKey };
      const { data } = await api.post<RecordValues[]>(`${collection.name}:update`, body, { params });
      return data.length > 0;
    },
    onSuccess: (isThere, { goesOn }) => {
      void queries.invalidateQueries({ queryKey: ['records'] });
      if (isThere) {
        notices.done(t('Saved'));
        onSaved(goesOn);
      } else {
        onGone();
      }
    },
    onError: (error) => {
      const placed = placeErrors(error, fields, (field) => text(field.uiSchema?.title) || field.name);
      form.setFields(placed.fields);
      const first = placed.fields[0];
      if (first) {
        form.scrollToField(first.name, { focus: true });
      }
      if (!first || placed.rest.length > 0) {
        notices.failed(t('The record was not saved'), error);
      }
    },
  });
}

/** Only what was touched, or all that was filled in beforehand. */
export const changedValues = (
  form: FormInstance<RecordValues>,
  values: RecordValues,
  fields: readonly FieldDefinition[],
  given: readonly string[],
): RecordValues =>
  toWire(
    values,
    fields.filter((field) => given.includes(field.name) || form.isFieldTouched(field.name)),
  );
