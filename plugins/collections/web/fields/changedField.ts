import type { FieldDefinition, ValidationRule } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { randomName } from '../names';
import type { FieldForm, ShownTexts } from './fieldForm';
import { hasValue } from './newField';
import { settingsOf } from './settings';
import { mergeDefinition, propsOf, withProps } from './settings/fieldSettings';

/** What a form changes of a field; everything it does not show stays as it is. */
export function changedField(
  field: FieldDefinition,
  kind: FieldInterface,
  form: FieldForm,
  shown: ShownTexts,
): Partial<FieldDefinition> {
  const others = field.validation?.rules.filter((rule) => rule.name !== 'required') ?? [];
  const required: ValidationRule = { key: randomName('r_'), name: 'required' };
  const rules = form.isRequired ? [required, ...others] : others;
  const changes: Partial<FieldDefinition> = {
    ...((form.description ?? '') !== shown.description && { description: form.description || null }),
    uiSchema: {
      ...field.uiSchema,
      ...(form.title !== shown.title && { title: form.title }),
      ...(kind.hasOptions && { enum: form.options ?? [] }),
    },
    ...(form.isUnique !== undefined && form.isUnique !== (field.unique ?? false) && { unique: form.isUnique }),
    ...((rules.length > 0 || field.validation) && {
      validation: { type: field.validation?.type ?? 'any', rules },
    }),
    ...changedDefault(field, kind, form.defaultValue),
  };
  const settings = settingsOf(kind.name)?.write(form.settings ?? {}, false) ?? {};
  return mergeDefinition(mergeDefinition(changes, settings), changedRelation(field, form));
}

function changedDefault(field: FieldDefinition, kind: FieldInterface, value: unknown): Partial<FieldDefinition> {
  if (!kind.hasDefault || JSON.stringify(value ?? null) === JSON.stringify(field.defaultValue ?? null)) {
    return {};
  }
  return { defaultValue: hasValue(value) ? value : (kind.definition.defaultValue ?? null) };
}

function changedRelation(field: FieldDefinition, { relation }: FieldForm): Partial<FieldDefinition> {
  if (!relation?.label) {
    return {};
  }
  const names = propsOf(field)['fieldNames'] as object | undefined;
  return {
    ...withProps({ fieldNames: { ...names, label: relation.label } }),
    ...(relation.onDelete && relation.onDelete !== field.onDelete && { onDelete: relation.onDelete }),
  };
}
