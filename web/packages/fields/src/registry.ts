import type { FieldDefinition } from '@pergola/api';
import { checkboxInterface } from './checkbox';
import { choiceInterfaces } from './choice';
import { colorInterface } from './color';
import { dateInterfaces } from './date';
import type { FieldInterface } from './fieldInterface';
import { formulaInterface } from './formula';
import { jsonInterface } from './json';
import { linkInterfaces } from './link';
import { numberInterfaces } from './number';
import { passwordInterface } from './password';
import { relationInterfaces } from './relation';
import { sequenceInterface } from './sequence';
import { textInterfaces } from './text';
import { TextView } from './text/TextView';
import { timeInterface } from './time';

/** Every kind of field that the web knows, in the order in which people are offered them. */
export const fieldInterfaces: readonly FieldInterface[] = [
  ...textInterfaces,
  ...linkInterfaces,
  ...numberInterfaces,
  passwordInterface,
  colorInterface,
  checkboxInterface,
  ...choiceInterfaces,
  ...dateInterfaces,
  timeInterface,
  jsonInterface,
  formulaInterface,
  sequenceInterface,
  ...relationInterfaces,
];

const byName = new Map(fieldInterfaces.map((one) => [one.name, one]));

/** Kinds that are filled by the server or need an editor of their own are shown, and not asked for. */
const shown: Omit<FieldInterface, 'name' | 'title'> = {
  group: 'advanced',
  definition: { type: 'string' },
  View: TextView,
  operators: [],
  width: 180,
};

export function interfaceOf(field: FieldDefinition): FieldInterface {
  const name = field.interface ?? '';
  const found = byName.get(name) ?? { ...shown, name, title: name || field.type };
  return found.of ? { ...found, ...found.of(field) } : found;
}
