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
  reverseField?: Partial<FieldDefinition>;
  [option: string]: unknown;
}

export interface CollectionDefinition {
  name: string;
  title?: string | null;
  description?: string | null;
  template?: string;
  tree?: string;
  hidden?: boolean;
  view?: boolean;
  titleField?: string;
  filterTargetKey?: string | string[];
  fields?: FieldDefinition[];
  [option: string]: unknown;
}
