import type { FieldDefinition } from '@pergola/api';

/** Titles that every reader sees in the own language. */
const own = (text: string) => `{{t("${text}")}}`;

const idField: FieldDefinition = {
  name: 'id',
  type: 'snowflakeId',
  autoIncrement: false,
  primaryKey: true,
  allowNull: false,
  interface: 'snowflakeId',
  uiSchema: {
    type: 'number',
    title: own('ID'),
    'x-component': 'InputNumber',
    'x-component-props': { stringMode: true, separator: '0.00', step: '1' },
    'x-validator': 'integer',
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

/** What every new collection begins with. */
export const presetFields: readonly FieldDefinition[] = [
  idField,
  stamp('createdAt', 'Created at'),
  person('createdBy', 'Created by'),
  stamp('updatedAt', 'Last updated at'),
  person('updatedBy', 'Last updated by'),
];

/** What makes a collection a tree: a key, the record above and the records below. */
export const treeFields = (collection: string): FieldDefinition[] => [
  {
    name: 'parentId',
    type: 'snowflakeId',
    interface: 'snowflakeId',
    isForeignKey: true,
    autoFill: false,
    uiSchema: {
      type: 'number',
      title: own('Parent ID'),
      'x-component': 'InputNumber',
      'x-read-pretty': true,
    },
  },
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
