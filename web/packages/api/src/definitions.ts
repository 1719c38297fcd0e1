import type { RecordKey } from './records';

/** How the web shows a field, as stored with it. */
export interface UiSchema {
  type?: string;
  title?: string;
  enum?: EnumOption[];
  'x-component'?: string;
  'x-component-props'?: Record<string, unknown>;
  'x-validator'?: unknown;
  'x-read-pretty'?: boolean;
  default?: unknown;
  [option: string]: unknown;
}

export interface EnumOption {
  value: string | number | boolean;
  label: string;
  color?: string;
}

export interface ValidationRule {
  key: string;
  name: string;
  args?: Record<string, unknown>;
}

export interface FieldDefinition {
  name: string;
  type: string;
  interface?: string | null;
  key?: string;
  collectionName?: string;
  description?: string | null;
  uiSchema?: UiSchema | null;
  primaryKey?: boolean;
  autoIncrement?: boolean;
  allowNull?: boolean;
  unique?: boolean;
  index?: boolean;
  hidden?: boolean;
  isForeignKey?: boolean;
  defaultValue?: unknown;
  validation?: { type: string; rules: ValidationRule[] };
  target?: string;
  foreignKey?: string;
  otherKey?: string;
  sourceKey?: string;
  targetKey?: string;
  through?: string;
  onDelete?: string;
  treeParent?: boolean;
  treeChildren?: boolean;
  reverseKey?: string | null;
  reverseField?: Partial<FieldDefinition>;
  /** What may be done with its values; put there by the client, absent where everything may. */
  access?: FieldAccess;
  [option: string]: unknown;
}

/** Whether somebody may give a value when a record is made, and change it later. */
export interface FieldAccess {
  create: boolean;
  update: boolean;
}

/** What somebody may do with the records of a collection. */
export interface CollectionAccess {
  create: boolean;
  update: boolean;
  destroy: boolean;
  /** Only some of the records can be changed; which ones the server knows. */
  isUpdateLimited: boolean;
}

export interface CollectionCategory {
  id: RecordKey;
  name: string;
  color: string;
}

export interface CollectionDefinition {
  name: string;
  title?: string | null;
  description?: string | null;
  template?: string;
  tree?: string;
  hidden?: boolean;
  view?: boolean;
  titleField?: string | null;
  filterTargetKey?: string | string[];
  /** Where it comes from, such as `db2cm`: a table of the system that people may add fields to. */
  from?: string;
  category?: CollectionCategory[];
  fields?: FieldDefinition[];
  /** What may be done with its records; put there by the client, absent where everything may. */
  access?: CollectionAccess;
  [option: string]: unknown;
}
