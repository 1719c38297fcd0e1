import type { CollectionDefinition, EnumOption, FieldDefinition } from '@pergola/api';
import { type FieldInterface, isRelation, labelOf, titleFieldOf } from '@pergola/fields';
import { isRequired } from './rules';
import { settingsOf } from './settings';

export interface FieldForm {
  title: string;
  name: string;
  description?: string;
  isRequired?: boolean;
  isUnique?: boolean;
  options?: EnumOption[];
  defaultValue?: unknown;
  /** What only this kind of field has. */
  settings?: Record<string, unknown>;
  relation?: RelationForm;
}

/** What the reader sees of a field, in their language. */
export interface ShownTexts {
  title: string;
  description: string;
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

/** Kinds that link records by rows of a third collection, where nothing happens when one is deleted. */
const isBetweenMany = (field: FieldDefinition) => field.type === 'belongsToMany';

/** What the form begins with when a field is edited. */
export function formOf(field: FieldDefinition, kind: FieldInterface, shown: ShownTexts): Partial<FieldForm> {
  return {
    ...shown,
    name: field.name,
    isRequired: isRequired(field),
    isUnique: field.unique ?? false,
    options: field.uiSchema?.enum ?? [],
    defaultValue: field.defaultValue ?? null,
    settings: settingsOf(kind.name)?.read(field) ?? {},
    ...(isRelation(field) && {
      relation: {
        label: labelOf(field),
        ...(!isBetweenMany(field) && { onDelete: field.onDelete ?? 'SET NULL' }),
      } as RelationForm,
    }),
  };
}

/** What the form begins with when a field of a kind is added. */
export function newForm(kind: FieldInterface, collection: CollectionDefinition, title: string): Partial<FieldForm> {
  return {
    ...(kind.fixedName && { name: kind.fixedName, title }),
    options: [],
    defaultValue: null,
    settings: settingsOf(kind.name)?.read(kind.definition) ?? {},
    ...(kind.group === 'relations' && {
      relation: { onDelete: 'SET NULL', hasReverse: true, reverseLabel: titleFieldOf(collection) } as RelationForm,
    }),
  };
}
