import type { CollectionDefinition, FieldDefinition } from '@pergola/api';

export interface ForeignRelation {
  owner: CollectionDefinition;
  field: FieldDefinition;
}

/** Fields of other collections that lead to this one or through it; they go with it. */
export const relationsTo = (name: string, collections: readonly CollectionDefinition[]): ForeignRelation[] =>
  collections
    .filter((owner) => owner.name !== name)
    .flatMap((owner) =>
      (owner.fields ?? [])
        .filter((field) => field.target === name || field.through === name)
        .map((field) => ({ owner, field })),
    );
