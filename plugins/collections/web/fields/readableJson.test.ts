import { describe, expect, it } from 'vitest';
import { readableJson } from './readableJson';

const definition = { unique: true, uiSchema: { title: 'A "quoted": one' }, type: 'string', name: 'title' };

describe('A definition as JSON', () => {
  it('begins with what it is and loses nothing', () => {
    const { text } = readableJson(definition);
    expect(Object.keys(JSON.parse(text))).toEqual(['name', 'type', 'unique', 'uiSchema']);
    expect(JSON.parse(text)).toEqual(definition);
  });

  it('comes in pieces that join to the same text', () => {
    const { text, pieces } = readableJson(definition);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.kind === 'text').map((piece) => piece.text)).toEqual([
      '"title"',
      '"string"',
      '"A \\"quoted\\": one"',
    ]);
  });
});
