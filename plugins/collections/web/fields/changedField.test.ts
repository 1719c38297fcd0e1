import type { FieldDefinition } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { describe, expect, it } from 'vitest';
import { changedField } from './changedField';
import { formOf, type FieldForm } from './fieldForm';

const price: FieldDefinition = {
  name: 'price',
  type: 'double',
  interface: 'number',
  defaultValue: 1,
  validation: { type: 'number', rules: [{ key: 'k', name: 'min', args: { limit: 0 } }] },
  description: '{{t("VAT included")}}',
  uiSchema: { title: '{{t("Price")}}', 'x-component-props': { step: '0.01', addonBefore: '€' } },
};

/** The form as it opens, with what somebody changes. */
const change = (field: FieldDefinition, part: Partial<FieldForm>) => {
  const kind = interfaceOf(field);
  const shown = { title: 'Pris', description: 'Med moms' };
  return changedField(field, kind, { ...(formOf(field, kind, shown) as FieldForm), ...part }, shown);
};

describe('A changed field', () => {
  it('keeps what the form does not show, and a title that only was translated', () => {
    const changes = change(price, { isRequired: true });
    expect(changes.uiSchema).toEqual(price.uiSchema);
    expect(changes).not.toHaveProperty('description');
    expect(change(price, { description: '' }).description).toBeNull();
    expect(changes.validation?.rules.map((rule) => rule.name)).toEqual(['required', 'min']);
    expect(changes).not.toHaveProperty('defaultValue');
    expect(changes).not.toHaveProperty('unique');
    expect(changes).not.toHaveProperty('type');
  });

  it('says what its kind has in its own place', () => {
    expect(change(price, { settings: { decimals: '' } }).uiSchema?.['x-component-props']).toEqual({
      step: '1',
      addonBefore: '€',
    });
    expect(change(price, { title: 'Kostnad' }).uiSchema?.title).toBe('Kostnad');
  });

  it('loses its default only when it is emptied', () => {
    expect(change(price, { defaultValue: 2 })).toMatchObject({ defaultValue: 2 });
    expect(change(price, { defaultValue: null })).toMatchObject({ defaultValue: null });
  });

  it('as a relation changes what it is shown as and what deleting does', () => {
    const author: FieldDefinition = {
      name: 'author',
      type: 'belongsTo',
      interface: 'm2o',
      target: 'authors',
      onDelete: 'SET NULL',
      uiSchema: { 'x-component-props': { multiple: false, fieldNames: { label: 'id', value: 'id' } } },
    };
    const begun = formOf(author, interfaceOf(author), { title: 'Pris', description: '' }).relation;
    const relation = { ...begun, label: 'name', onDelete: 'CASCADE' };
    expect(change(author, { relation: relation as FieldForm['relation'] & object })).toMatchObject({
      onDelete: 'CASCADE',
      uiSchema: { 'x-component-props': { multiple: false, fieldNames: { label: 'name', value: 'id' } } },
    });
    expect(change(author, {})).not.toHaveProperty('onDelete');
  });
});
