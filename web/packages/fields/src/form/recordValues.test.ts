import { describe, expect, it } from 'vitest';
import { toWire } from './recordValues';

const title = { name: 'title', type: 'string', interface: 'input' };
const author = { name: 'author', type: 'belongsTo', interface: 'm2o', target: 'authors' };
const labels = { name: 'labels', type: 'belongsToMany', interface: 'm2m', target: 'labels' };

describe('What is sent of a record', () => {
  it('is what was touched', () => {
    expect(toWire({ title: 'A', pages: 3 }, [title])).toEqual({ title: 'A' });
    expect(toWire({ title: null }, [title])).toEqual({ title: null });
    expect(toWire({ title: undefined }, [title])).toEqual({});
  });

  it('names related records by their key', () => {
    expect(
      toWire({ author: { id: 1, name: 'x' }, labels: [{ id: 2, name: 'y' }] }, [author, labels]),
    ).toEqual({ author: { id: 1 }, labels: [{ id: 2 }] });
    expect(toWire({ author: null, labels: [] }, [author, labels])).toEqual({ author: null, labels: [] });
  });
});
