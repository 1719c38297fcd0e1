import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localeFolders, readLocale } from '../build/locales.ts';

const root = resolve(import.meta.dirname, '../../..');
const folders = localeFolders(root);
const english = readLocale(folders, 'en-US');

const webFolders = ['web', ...readdirSync(join(root, 'plugins')).map((name) => `plugins/${name}/web`)];

function sources(): string[] {
  return webFolders
    .flatMap((folder) => {
      try {
        return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
      } catch {
        // Not every plugin has a web part.
        return [];
      }
    })
    .filter((name) => /\.tsx?$/.test(name) && !/node_modules|\.test\./.test(name));
}

/** Every text handed to t() or marked with msg(). */
function used(): Set<string> {
  const call = /\b(?:t|msg)\(\s*'((?:[^'\\]|\\.)*)'/g;
  const texts = new Set<string>();
  for (const source of sources()) {
    for (const match of readFileSync(join(root, source), 'utf8').matchAll(call)) {
      texts.add(match[1] ?? '');
    }
  }
  return texts;
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).toSorted();

describe('The texts', () => {
  it('are all in the locale files', () => {
    expect([...used()].filter((text) => !(text in english))).toEqual([]);
  });

  it.each(['zh-CN', 'sv-SE'])('exist in %s with the same placeholders', (language) => {
    const translated = readLocale(folders, language);
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(english).toSorted());
    const broken = Object.entries(translated).filter(
      ([key, text]) => !/\{[0-9]/.test(key) && String(placeholders(text)) !== String(placeholders(english[key] ?? '')),
    );
    expect(broken).toEqual([]);
  });
});
