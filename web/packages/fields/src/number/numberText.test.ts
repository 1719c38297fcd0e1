import { describe, expect, it } from 'vitest';
import { shiftPoint, toReader, toWire } from './numberText';

describe('Numbers', () => {
  it('travel as text where a number would lose digits', () => {
    expect(toWire('12')).toBe(12);
    expect(toWire('9007199254740993')).toBe('9007199254740993');
    expect(toWire('1.10')).toBe('1.10');
    expect(toWire('')).toBeNull();
  });

  it('are grouped and not rounded', () => {
    expect(toReader('12345678901234567890.10', 'en-US')).toBe('12,345,678,901,234,567,890.10');
    expect(toReader(-0.5, 'en-US')).toBe('-0.5');
    expect(toReader('1234', 'en-US')).toBe('1234');
  });

  it('become percent and come back', () => {
    expect(shiftPoint(0.07, 2)).toBe('7');
    expect(shiftPoint('7', -2)).toBe('0.07');
    expect(shiftPoint(1.1, 2)).toBe('110');
  });
});
