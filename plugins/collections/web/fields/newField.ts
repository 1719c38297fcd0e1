import type { EnumOption, FieldDefinition } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { randomName } from '../newCollection';

export interface FieldForm {
  title: string;
  name: string;
  description?: string;
  isRequired?: boolean;
  isUnique?: boolean;
  options?: EnumOption[];
  relation?: RelationForm;
}

export interface RelationForm {
  target: string;
  /** Field of the target that stands for its records. */
  label: string;
  foreignKey: string;
  otherKey: string;
  through: string;
  onDelete: string;
  hasReverse: boolean;
  reverseTitle: string;
  reverseName: string;
  /** Field of this collection that stands for its records at the other side. */
  reverseLabel: string;
}

const validationTypes: Record<string, string> = { number: 'number', boolean: 'boolean', object: 'object', array: 'any' };

/** A field as the wire wants it created. */
export function newField(kind: FieldInterface, form: FieldForm): FieldDefinition {
  const schema = kind.definition.uiSchema ?? {};
  return {
    ...kind.definition,
    type: kind.definition.type,
    name: form.name,
    interface: kind.name,
    ...(form.description && { description: form.description }),
    ...(form.isUnique && { unique: true }),
    ...(form.isRequired && {
      validation: {
        type: validationTypes[schema.type ?? ''] ?? 'string',
        rules: [{ key: randomName('r_'), name: 'required' }],
      },
    }),
    uiSchema: { ...schema, title: form.title, ...(kind.hasOptions && { enum: form.options ?? [] }) },
    ...(form.relation && relation(kind, form.relation, form.title)),
  };
}

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

const association = (title: string, multiple: boolean, label: string) => ({
  title,
  type: multiple ? 'array' : 'object',
  'x-component': 'AssociationField',
  'x-component-props': { multiple, fieldNames: { label, value: 'id' } },
});

function relation(kind: FieldInterface, form: RelationForm, title: string): Partial<FieldDefinition> {
  const isMany = kind.definition.type === 'hasMany' || kind.name === 'm2m';
  const reverse = reverseOf[kind.name];
  return {
    target: form.target,
    foreignKey: form.foreignKey,
    ...(kind.definition.type === 'belongsTo' ? { targetKey: 'id' } : { sourceKey: 'id' }),
    ...(kind.name === 'm2m'
      ? { through: form.through, otherKey: form.otherKey, targetKey: 'id' }
      : { onDelete: form.onDelete }),
    uiSchema: association(title, isMany, form.label),
    ...(form.hasReverse &&
      reverse && {
        reverseField: {
          name: form.reverseName,
          type: reverse.type,
          interface: reverse.interface,
          uiSchema: association(form.reverseTitle, reverse.isMany, form.reverseLabel),
        },
      }),
  };
}
