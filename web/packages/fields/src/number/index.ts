import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { numberOperators } from '../operators';
import { NumberInput } from './NumberInput';
import { NumberView } from './NumberView';

const number = {
  Input: NumberInput,
  View: NumberView,
  operators: numberOperators,
  isSortable: true,
  align: 'end' as const,
  width: 140,
};
const props = { stringMode: true, step: '1' };

export const numberInterfaces: readonly FieldInterface[] = [
  {
    ...number,
    hasDefault: true,
    name: 'integer',
    group: 'basic',
    title: msg('Integer'),
    definition: {
      type: 'bigInt',
      uiSchema: {
        type: 'number',
        'x-component': 'InputNumber',
        'x-component-props': props,
        'x-validator': 'integer',
      },
    },
  },
  {
    ...number,
    hasDefault: true,
    name: 'number',
    group: 'basic',
    title: msg('Number'),
    definition: {
      type: 'double',
      uiSchema: { type: 'number', 'x-component': 'InputNumber', 'x-component-props': props },
    },
  },
  {
    ...number,
    hasDefault: true,
    name: 'percent',
    group: 'basic',
    title: msg('Percent'),
    definition: {
      type: 'float',
      uiSchema: { type: 'string', 'x-component': 'Percent', 'x-component-props': { ...props, addonAfter: '%' } },
    },
  },
  {
    ...number,
    name: 'sort',
    group: 'advanced',
    title: msg('Sort'),
    definition: {
      type: 'sort',
      uiSchema: { type: 'number', 'x-component': 'InputNumber', 'x-validator': 'integer' },
    },
  },
  {
    ...number,
    name: 'snowflakeId',
    group: 'system',
    title: msg('Snowflake ID'),
    definition: {
      type: 'snowflakeId',
      uiSchema: {
        type: 'number',
        'x-component': 'InputNumber',
        'x-component-props': { stringMode: true, separator: '0.00', step: '1' },
        'x-validator': 'integer',
      },
    },
  },
  {
    ...number,
    name: 'id',
    group: 'system',
    title: msg('ID'),
    fixedName: 'id',
    definition: {
      type: 'bigInt',
      autoIncrement: true,
      primaryKey: true,
      allowNull: false,
      uiSchema: { type: 'number', 'x-component': 'InputNumber', 'x-read-pretty': true },
    },
  },
];
