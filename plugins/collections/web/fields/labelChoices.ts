import type { CollectionDefinition } from '@pergola/api';
import { visibleFields } from '@pergola/fields';

/** Fields that can stand for a record of a collection. */
export const labelChoices = (
  collection: CollectionDefinition | undefined,
  text: (title: string | null | undefined) => string,
) =>
  collection
    ? visibleFields(collection)
        .filter((field) => !field.target)
        .map((field) => ({ value: field.name, label: text(field.uiSchema?.title) || field.name }))
    : [];
