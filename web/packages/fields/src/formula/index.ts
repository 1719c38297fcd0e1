import type { FieldDefinition } from '@pergola/api';
import { msg } from '@pergola/plugin';
import { CheckboxView } from '../checkbox/CheckboxView';
import { DateView } from '../date/DateView';
import type { FieldInterface } from '../fieldInterface';
import { NumberView } from '../number/NumberView';
import { booleanOperators, dateOperators, numberOperators, textOperators } from '../operators';
import { TextView } from '../text/TextView';

const number: Partial<FieldInterface> = { View: NumberView, operators: numberOperators, align: 'end', width: 140 };

const results: Readonly<Record<string, Partial<FieldInterface>>> = {
  string: { View: TextView, operators: textOperators, width: 200 },
  boolean: { View: CheckboxView, operators: booleanOperators, width: 100 },
  date: { View: DateView, operators: dateOperators, width: 180 },
};

/** Shown, and filtered by, as the kind of value that comes out. */
const resultOf = (field: FieldDefinition) => results[String(field['dataType'])] ?? number;

export const formulaInterface: FieldInterface = {
  name: 'formula',
  group: 'advanced',
  title: msg('Formula'),
  definition: {
    type: 'formula',
    engine: 'math.js',
    dataType: 'double',
    uiSchema: { type: 'string', 'x-component': 'Formula.Result', 'x-read-pretty': true },
  },
  View: NumberView,
  operators: numberOperators,
  isSortable: true,
  width: 140,
  of: resultOf,
};
