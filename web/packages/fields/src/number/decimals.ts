import type { FieldDefinition } from '@pergola/api';

/**
 * How many decimals a field is shown with, kept as the step of its input: `0.01` is two. A step of 1 says nothing, since
 * every number field begins with it.
 */
export function decimalsOf(field: Partial<FieldDefinition>): number | null {
  const step = String(field.uiSchema?.['x-component-props']?.['step'] ?? '1');
  return /^0\.0*1$/.test(step) ? step.length - 2 : null;
}

export const stepOf = (decimals: number | null): string => (decimals === null ? '1' : `0.${'1'.padStart(decimals, '0')}`);

/** With as many decimals as were asked for; a number too long to be rounded safely keeps what it has. */
export function withDecimals(value: unknown, decimals: number | null): string {
  const number = Number(value);
  const isSafe = Number.isFinite(number) && Math.abs(number) < 2 ** 53 / 10 ** (decimals ?? 0);
  return decimals === null || !isSafe ? String(value) : number.toFixed(decimals);
}
