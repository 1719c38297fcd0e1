import { readText } from '@pergola/plugin';
import { describe, expect, it } from 'vitest';
import { readTheme, themeFile } from './themeFile';

describe('A file of a theme', () => {
  it('is read as it was written', async () => {
    const theme = { name: 'Sea & sand', token: { colorPrimary: '#123456' } };
    const { name, content } = themeFile(theme);
    expect(name).toBe('Sea-sand.json');
    expect(readTheme(await readText(content), name)).toEqual(theme);
  });

  it.each(['', '[]', 'null', '"x"', '{', '{"token":[]}', '{"components":1}', `{"a":"${'x'.repeat(70_000)}"}`])('is not %.20j', (text) =>
    expect(readTheme(text, 'x.json')).toBeNull(),
  );

  it('without a name has that of the file', () => {
    expect(readTheme('{"token":{}}', 'Sea.JSON')).toEqual({ name: 'Sea', token: {} });
  });
});
