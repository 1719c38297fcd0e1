import { placeErrors } from '@pergola/fields';
import type { FormInstance } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

/** Puts what the server says of an account beside the field it names; returns whether all of it has found a place. */
export function useAccountErrors<T>(form: FormInstance<T>): (error: unknown) => boolean {
  const { t } = useTranslation();
  const fields = [
    { name: 'nickname', type: 'string', uiSchema: { title: t('Nickname') } },
    { name: 'username', type: 'string', uiSchema: { title: t('Username') } },
    { name: 'email', type: 'string', uiSchema: { title: t('Email') } },
    { name: 'phone', type: 'string', uiSchema: { title: t('Phone') } },
    { name: 'password', type: 'password', uiSchema: { title: t('Password') } },
  ];
  return (error) => {
    const placed = placeErrors(error, fields, (field) => field.uiSchema?.title ?? field.name);
    const anyForm = form as unknown as FormInstance<Record<string, unknown>>;
    anyForm.setFields(placed.fields);
    const first = placed.fields[0];
    if (first) {
      anyForm.scrollToField(first.name, { focus: true });
    }
    return first !== undefined && placed.rest.length === 0;
  };
}
