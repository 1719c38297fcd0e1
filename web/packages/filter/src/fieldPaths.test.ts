import { describe, expect, it } from 'vitest';
import { authors, books, countries, labels, library } from './library.fixture';
import { allPaths, fieldsAlong, pathsIn, stepsOf, titleOfPath } from './fieldPaths';

const text = (title: string | undefined) => title ?? '';

describe('Paths to fields', () => {
  it('have the titles of all fields along them', () => {
    const fields = fieldsAlong('author.country.name', books, library);
    expect(fields && titleOfPath(fields, text)).toBe('Author › Country › Name');
    expect(fieldsAlong('author.nothing', books, library)).toBeNull();
  });

  const author = { path: 'author', label: 'Author', title: 'Author', level: 1, leads: true };
  const names = (paths: { path: string }[]) => paths.map((one) => one.path);

  it('lead into related collections', () => {
    expect(names(pathsIn(null, books, library, text))).not.toContain('author.fullName');
    expect(pathsIn(null, books, library, text)).toContainEqual(author);
    expect(names(pathsIn(author, books, library, text))).toEqual(['author.id', 'author.fullName', 'author.country']);
    expect(stepsOf('author.country.name', books, library, text).map((step) => step.title)).toEqual([
      'Author',
      'Author › Country',
    ]);
  });

  it('are found however deep, and end though relations go in circles', () => {
    const back = { name: 'books', type: 'hasMany', interface: 'o2m', target: 'books', uiSchema: { title: 'Books' } };
    const round = [books, { ...authors, fields: [...(authors.fields ?? []), back] }, countries, labels];
    const found = names(allPaths(books, round, text));
    expect(found).toContain('author.country.name');
    expect(found).toContain('author.books.author');
    expect(found).not.toContain('author.books.author.fullName');
    const deep = stepsOf('author.books.author.fullName', books, round, text).at(-1) ?? null;
    expect(names(pathsIn(deep, books, round, text))).toContain('author.books.author.fullName');
  });

  it('end at a relation whose collection is not known', () => {
    const end = pathsIn(null, books, [books], text).find((one) => one.path === 'author');
    expect(end?.leads).toBe(false);
  });
});
