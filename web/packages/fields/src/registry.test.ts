import { describe, expect, it } from 'vitest';
import { CheckboxView } from './checkbox/CheckboxView';
import { NumberView } from './number/NumberView';
import { fieldInterfaces, interfaceOf } from './registry';

describe('The kinds of fields', () => {
  it('are each there once', () => {
    const names = fieldInterfaces.map((kind) => kind.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('show a formula as what comes out of it', () => {
    const formula = { name: 'total', type: 'formula', interface: 'formula' };
    expect(interfaceOf({ ...formula, dataType: 'boolean' }).View).toBe(CheckboxView);
    expect(interfaceOf({ ...formula, dataType: 'decimal' })).toMatchObject({ View: NumberView, align: 'end' });
  });

  it('leave what they do not know readable', () => {
    expect(interfaceOf({ name: 'where', type: 'point', interface: 'point' }).title).toBe('point');
  });
});
