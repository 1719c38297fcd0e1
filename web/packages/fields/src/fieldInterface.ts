import type { FieldDefinition } from '@pergola/api';
import type { ComponentType } from 'react';
import type { Operator } from './operators';

export interface InputProps {
  field: FieldDefinition;
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
  disabled?: boolean;
  /** In the place of a value in a table: small, open and with the focus at once. */
  isInline?: boolean;
}

export interface ViewProps {
  field: FieldDefinition;
  value: unknown;
}

export const fieldGroups = ['basic', 'choices', 'media', 'dateTime', 'relations', 'system', 'advanced'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** How the web shows one kind of field: as users pick it, define it, fill it, read it and filter by it. */
export interface FieldInterface {
  name: string;
  group: FieldGroup;
  /** Key of its text. */
  title: string;
  /** A new field of this kind, but for its name and title. */
  definition: Partial<FieldDefinition> & Pick<FieldDefinition, 'type'>;
  /** Absent where the server fills in the value. */
  Input?: ComponentType<InputProps>;
  View: ComponentType<ViewProps>;
  operators: readonly Operator[];
  align?: 'end';
  width?: number;
  isSortable?: boolean;
  /** The user lists the options. */
  hasOptions?: boolean;
  /** New records can begin with a value of this kind that is given with the field. */
  hasDefault?: boolean;
  /** What is different for one field, such as a formula with a date as its result. */
  of?: (field: FieldDefinition) => Partial<FieldInterface>;
  /** The name that a field of this kind always has. */
  fixedName?: string;
}
