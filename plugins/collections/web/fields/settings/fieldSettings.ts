import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import type { ComponentType } from 'react';

export interface SettingsProps {
  collection: CollectionDefinition;
  /** Some things can only be chosen once. */
  isNew: boolean;
}

/** What a person may set about fields of one kind, besides what all fields have. */
export interface FieldSettings {
  /** Form items whose names begin with `settings`. */
  Items: ComponentType<SettingsProps>;
  /** What the items begin with. */
  read: (field: Partial<FieldDefinition>) => Record<string, unknown>;
  write: (values: Record<string, unknown>, isNew: boolean) => Partial<FieldDefinition>;
}

interface TypedSettings<T> {
  Items: ComponentType<SettingsProps>;
  read: (field: Partial<FieldDefinition>) => T;
  write: (values: T, isNew: boolean) => Partial<FieldDefinition>;
}

/** The form keeps the values of all kinds in one place; each kind reads back only what it has put there. */
export const defineSettings = <T extends object>({ Items, read, write }: TypedSettings<T>): FieldSettings => ({
  Items,
  read: (field) => read(field) as Record<string, unknown>,
  write: (values, isNew) => write(values as T, isNew),
});

export const propsOf = (field: Partial<FieldDefinition>): Record<string, unknown> =>
  field.uiSchema?.['x-component-props'] ?? {};

/** Props of the control, as a part of a definition. */
export const withProps = (props: Record<string, unknown>): Partial<FieldDefinition> => ({
  uiSchema: { 'x-component-props': props },
});

/** One definition with the parts of another: the schema and its props are joined, everything else replaces. */
export function mergeDefinition<T extends Partial<FieldDefinition>>(base: T, part: Partial<FieldDefinition>): T {
  const props = { ...base.uiSchema?.['x-component-props'], ...part.uiSchema?.['x-component-props'] };
  return {
    ...base,
    ...part,
    uiSchema: {
      ...base.uiSchema,
      ...part.uiSchema,
      ...(Object.keys(props).length > 0 && { 'x-component-props': props }),
    },
  };
}
