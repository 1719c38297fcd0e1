import type { CollectionDefinition } from '@pergola/api';
import { presetFields, treeFields } from './presetFields';

export type Template = 'general' | 'tree';

export interface CollectionForm {
  title: string;
  name: string;
  description?: string;
}

/** A collection as the wire wants it created. */
export const newCollection = (template: Template, form: CollectionForm): CollectionDefinition => ({
  name: form.name,
  title: form.title,
  ...(form.description && { description: form.description }),
  template,
  view: false,
  logging: true,
  autoGenId: false,
  ...(template === 'tree' && { tree: 'adjacencyList' }),
  fields: [...(template === 'tree' ? treeFields(form.name) : []), ...presetFields],
});

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A name nobody has to think about, such as `t_8fk2m0q4xz1`. */
export function randomName(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(11));
  return prefix + [...bytes].map((byte) => letters[byte % letters.length]).join('');
}

/** Names are identifiers in URLs and in the database. */
export const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
