import { describe, expect, it } from 'vitest';
import { decimalsOf, stepOf, withDecimals } from './decimals';

const field = (step?: string) => ({ uiSchema: { 'x-component-props': { step } } });

describe('Decimals', () => {
  it('are kept as the step and read from it', () => {
    expect([1, 2, 8].map((decimals) => decimalsOf(field(stepOf(decimals))))).toEqual([1, 2, 8]);
    expect(stepOf(2)).toBe('0.01');
    expect(decimalsOf(field(stepOf(null)))).toBeNull();
    expect(decimalsOf({})).toBeNull();
  });

  it('are filled up or rounded, but never where digits would be lost', () => {
    expect(withDecimals('1.5', 2)).toBe('1.50');
    expect(withDecimals(-2.555, 1)).toBe('-2.6');
    expect(withDecimals('90071992547409931.5', 2)).toBe('90071992547409931.5');
    expect(withDecimals('1.2345', null)).toBe('1.2345');
  });
});
