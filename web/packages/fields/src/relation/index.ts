import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { toManyOperators, toOneOperators } from '../operators';
import { RelationInput } from './RelationInput';
import { RelationView } from './RelationView';

const relation = {
  group: 'relations' as const,
  Input: RelationInput,
  View: RelationView,
  operators: toOneOperators,
  width: 220,
};
const relations = { ...relation, operators: toManyOperators };

const association = (type: string, multiple: boolean) => ({
  type,
  'x-component': 'AssociationField',
  'x-component-props': { multiple },
});

const person = (name: string, key: string) => ({
  group: 'system' as const,
  View: RelationView,
  operators: toOneOperators,
  width: 160,
  name,
  fixedName: name,
  definition: {
    type: 'belongsTo',
    target: 'users',
    foreignKey: key,
    uiSchema: {
      type: 'object',
      'x-component': 'AssociationField',
      'x-component-props': { fieldNames: { value: 'id', label: 'nickname' } },
      'x-read-pretty': true,
    },
  },
});

export const relationInterfaces: readonly FieldInterface[] = [
  {
    ...relation,
    name: 'm2o',
    title: msg('Many to one'),
    definition: { type: 'belongsTo', uiSchema: association('object', false) },
  },
  {
    ...relations,
    name: 'o2m',
    title: msg('One to many'),
    definition: { type: 'hasMany', uiSchema: association('array', true) },
  },
  {
    ...relations,
    name: 'm2m',
    title: msg('Many to many'),
    definition: { type: 'belongsToMany', uiSchema: association('array', true) },
  },
  {
    ...relation,
    name: 'oho',
    title: msg('One to one (has one)'),
    definition: { type: 'hasOne', uiSchema: association('object', false) },
  },
  {
    ...relation,
    name: 'obo',
    title: msg('One to one (belongs to)'),
    definition: { type: 'belongsTo', uiSchema: association('object', false) },
  },
  { ...person('createdBy', 'createdById'), title: msg('Created by') },
  { ...person('updatedBy', 'updatedById'), title: msg('Last updated by') },
];
