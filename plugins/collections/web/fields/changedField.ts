import type { FieldDefinition, ValidationRule } from '@pergola/api';
import { randomName } from '../newCollection';
import type { FieldForm } from './newField';

/** What a form changes of a field; everything it does not show stays as it is. */
export function changedField(field: FieldDefinition, form: FieldForm, hasOptions: boolean): Partial<FieldDefinition> {
  const others = field.validation?.rules.filter((rule) => rule.name !== 'required') ?? [];
  const required: ValidationRule = { key: randomName('r_'), name: 'required' };
  const rules = form.isRequired ? [required, ...others] : others;
  return {
    description: form.description ?? null,
    uiSchema: { ...field.uiSchema, title: form.title, ...(hasOptions && { enum: form.options ?? [] }) },
    ...(form.isUnique !== undefined && form.isUnique !== (field.unique ?? false) && { unique: form.isUnique }),
    ...((rules.length > 0 || field.validation) && {
      validation: { type: field.validation?.type ?? 'any', rules },
    }),
  };
}
