import type { FieldDefinition } from '@pergola/api';

/** Titles that every reader sees in the own language. */
const own = (text: string) => `{{t("${text}")}}`;

export type IdKind = 'snowflakeId' | 'id' | 'uuid' | 'nanoid';
export type Preset = 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy';

const key = { name: 'id', primaryKey: true, allowNull: false };
const numeric = { type: 'number', title: own('ID'), 'x-component': 'InputNumber' };

/** How records are told apart. */
const idFields: Readonly<Record<IdKind, FieldDefinition>> = {
  snowflakeId: {
    ...key,
    type: 'snowflakeId',
    autoIncrement: false,
    interface: 'snowflakeId',
    uiSchema: {
      ...numeric,
      'x-component-props': { stringMode: true, separator: '0.00', step: '1' },
      'x-validator': 'integer',
    },
  },
  id: {
    ...key,
    type: 'bigInt',
    autoIncrement: true,
    interface: 'id',
    uiSchema: { ...numeric, 'x-read-pretty': true },
  },
  uuid: {
    ...key,
    type: 'uuid',
    interface: 'uuid',
    uiSchema: { type: 'string', title: own('ID'), 'x-component': 'Input', 'x-validator': 'uuid' },
  },
  nanoid: {
    ...key,
    type: 'nanoid',
    interface: 'nanoid',
    uiSchema: { type: 'string', title: own('ID'), 'x-component': 'NanoIDInput' },
  },
};

const stamp = (name: string, title: string): FieldDefinition => ({
  name,
  interface: name,
  type: 'date',
  field: name,
  uiSchema: {
    type: 'datetime',
    title: own(title),
    'x-component': 'DatePicker',
    'x-component-props': {},
    'x-read-pretty': true,
  },
});

const person = (name: string, title: string): FieldDefinition => ({
  name,
  interface: name,
  type: 'belongsTo',
  target: 'users',
  foreignKey: `${name}Id`,
  uiSchema: {
    type: 'object',
    title: own(title),
    'x-component': 'AssociationField',
    'x-component-props': { fieldNames: { value: 'id', label: 'nickname' } },
    'x-read-pretty': true,
  },
});

const presetFields: Readonly<Record<Preset, FieldDefinition>> = {
  createdAt: stamp('createdAt', 'Created at'),
  createdBy: person('createdBy', 'Created by'),
  updatedAt: stamp('updatedAt', 'Last updated at'),
  updatedBy: person('updatedBy', 'Last updated by'),
};

export const allPresets = Object.keys(presetFields) as Preset[];

/** What a collection begins with: its key, and what the server notes about each record. */
export const beginning = (id: IdKind, presets: readonly Preset[]): FieldDefinition[] => [
  idFields[id],
  ...allPresets.filter((preset) => presets.includes(preset)).map((preset) => presetFields[preset]),
];

/** The key of the record above is of the kind of the keys it refers to. */
function parentId(id: IdKind): FieldDefinition {
  const { type, interface: kind, uiSchema } = idFields[id];
  return {
    name: 'parentId',
    type,
    interface: kind === 'id' ? 'integer' : (kind ?? null),
    isForeignKey: true,
    autoFill: false,
    uiSchema: { ...uiSchema, title: own('Parent ID'), 'x-read-pretty': true },
  };
}

/** What makes a collection a tree: a key, the record above and the records below. */
export const treeFields = (collection: string, id: IdKind): FieldDefinition[] => [
  parentId(id),
  {
    name: 'parent',
    type: 'belongsTo',
    interface: 'm2o',
    target: collection,
    foreignKey: 'parentId',
    treeParent: true,
    onDelete: 'CASCADE',
    uiSchema: {
      title: own('Parent'),
      'x-component': 'AssociationField',
      'x-component-props': { multiple: false, fieldNames: { label: 'id', value: 'id' } },
    },
  },
  {
    name: 'children',
    type: 'hasMany',
    interface: 'o2m',
    target: collection,
    foreignKey: 'parentId',
    treeChildren: true,
    onDelete: 'CASCADE',
    uiSchema: {
      title: own('Children'),
      'x-component': 'AssociationField',
      'x-component-props': { multiple: true, fieldNames: { label: 'id', value: 'id' } },
    },
  },
];
