import type { FieldDefinition } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { randomName } from '../names';
import type { FieldForm, RelationForm } from './fieldForm';
import { settingsOf } from './settings';
import { mergeDefinition } from './settings/fieldSettings';

/** The fields that tell records apart, on both sides of a relation. */
export interface RelationKeys {
  here: string;
  there: string;
}

const validationTypes: Record<string, string> = { number: 'number', boolean: 'boolean', object: 'object', array: 'any' };

/** A field as the wire wants it created. */
export function newField(kind: FieldInterface, form: FieldForm, keys: RelationKeys): FieldDefinition {
  const schema = kind.definition.uiSchema ?? {};
  const field: FieldDefinition = {
    ...kind.definition,
    type: kind.definition.type,
    name: form.name,
    interface: kind.name,
    ...(form.description && { description: form.description }),
    ...(form.isUnique && { unique: true }),
    ...(hasValue(form.defaultValue) && { defaultValue: form.defaultValue }),
    ...(form.isRequired && {
      validation: {
        type: validationTypes[schema.type ?? ''] ?? 'string',
        rules: [{ key: randomName('r_'), name: 'required' }],
      },
    }),
    uiSchema: { ...schema, title: form.title, ...(kind.hasOptions && { enum: form.options ?? [] }) },
    ...(form.relation && relation(kind, form.relation, form.title, keys)),
  };
  return mergeDefinition(field, settingsOf(kind.name)?.write(form.settings ?? {}, true) ?? {});
}

export const hasValue = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

interface Side {
  type: string;
  interface: string;
  isMany: boolean;
}

/** What a relation looks like from its other end. */
export const reverseOf: Readonly<Record<string, Side>> = {
  m2o: { type: 'hasMany', interface: 'o2m', isMany: true },
  o2m: { type: 'belongsTo', interface: 'm2o', isMany: false },
  m2m: { type: 'belongsToMany', interface: 'm2m', isMany: true },
  oho: { type: 'belongsTo', interface: 'obo', isMany: false },
  obo: { type: 'hasOne', interface: 'oho', isMany: false },
};

const association = (title: string, multiple: boolean, label: string, value: string) => ({
  title,
  type: multiple ? 'array' : 'object',
  'x-component': 'AssociationField',
  'x-component-props': { multiple, fieldNames: { label, value } },
});

function relation(
  kind: FieldInterface,
  form: RelationForm,
  title: string,
  { here, there }: RelationKeys,
): Partial<FieldDefinition> {
  const isMany = kind.definition.type === 'hasMany' || kind.name === 'm2m';
  const reverse = reverseOf[kind.name];
  return {
    target: form.target,
    foreignKey: form.foreignKey,
    ...(kind.definition.type === 'belongsTo' ? { targetKey: there } : { sourceKey: here }),
    ...(kind.name === 'm2m'
      ? { through: form.through, otherKey: form.otherKey, targetKey: there }
      : { onDelete: form.onDelete }),
    uiSchema: association(title, isMany, form.label, there),
    ...(form.hasReverse &&
      reverse && {
        reverseField: {
          name: form.reverseName,
          type: reverse.type,
          interface: reverse.interface,
          uiSchema: association(form.reverseTitle, reverse.isMany, form.reverseLabel, here),
        },
      }),
  };
}
