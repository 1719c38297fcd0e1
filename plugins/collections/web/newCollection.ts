import type { CollectionDefinition } from '@pergola/api';
import { beginning, treeFields, type IdKind, type Preset } from './presetFields';

export type Template = 'general' | 'tree';

export interface CollectionForm {
  title: string;
  name: string;
  description?: string;
  /** Keys of categories. */
  categories?: string[];
  /** While it is created: how its records are told apart, and what is noted about each. */
  id?: IdKind;
  presets?: Preset[];
  /** While it is edited: the field that stands for a record; empty for the first text. */
  titleField?: string;
  /** Options that are on or off, which plugins add. */
  switches?: Record<string, boolean>;
}

/** A collection as the wire wants it created. */
export function newCollection(template: Template, form: CollectionForm): CollectionDefinition {
  const id = form.id ?? 'snowflakeId';
  return {
    name: form.name,
    title: form.title,
    ...(form.description && { description: form.description }),
    template,
    view: false,
    logging: false,
    ...form.switches,
    autoGenId: false,
    ...(template === 'tree' && { tree: 'adjacencyList' }),
    fields: [...(template === 'tree' ? treeFields(form.name, id) : []), ...beginning(id, form.presets ?? [])],
  };
}

/** What a form changes of a collection; what was only shown in the reader's language stays as it is stored. */
export function changedCollection(
  form: CollectionForm,
  shown: { title: string; description: string },
): Partial<CollectionDefinition> {
  return {
    titleField: form.titleField || null,
    ...((form.description ?? '') !== shown.description && { description: form.description || null }),
    ...(form.title !== shown.title && { title: form.title }),
    ...form.switches,
  };
}
