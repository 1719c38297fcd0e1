import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { isRelation } from '@pergola/fields';

export interface RelationEnd {
  collection: string;
  /** The field that a line leads to: that of the relation, else the key. */
  field: string;
  isMany: boolean;
}

/** A relation between two collections, seen from both of them at once. */
export interface DiagramRelation {
  id: string;
  from: RelationEnd;
  to: RelationEnd;
  /** Name of the collection between many and many. */
  through?: string;
}

const many: Readonly<Record<string, { from: boolean; to: boolean }>> = {
  belongsTo: { from: true, to: false },
  hasMany: { from: false, to: true },
  hasOne: { from: false, to: false },
  belongsToMany: { from: true, to: true },
  belongsToArray: { from: true, to: true },
};

/** One of a pair of fields that lead to each other; the line begins where the key is. */
const comesFirst = (field: FieldDefinition, reverse: FieldDefinition) =>
  field.type === 'belongsTo' || (reverse.type !== 'belongsTo' && String(field.key) < String(reverse.key));

/** Two fields over the same key are two views of one relation, also when nobody said so. */
const isSame = (field: FieldDefinition, owner: string, other: FieldDefinition, target: string) =>
  other.target === owner &&
  field.target === target &&
  other !== field &&
  (other.reverseKey === field.key && field.key !== undefined
    ? true
    : field.type === 'belongsToMany'
      ? other.type === 'belongsToMany' && other.through === field.through && other.foreignKey === field.otherKey
      : (field.type === 'belongsTo') !== (other.type === 'belongsTo') && other.foreignKey === field.foreignKey);

/** Who made or changed a record leads from everywhere to the users, and would hide all else. */
const isDrawn = (field: FieldDefinition) =>
  isRelation(field) && field.interface !== 'createdBy' && field.interface !== 'updatedBy';

/** All relations between collections of a list, each once. */
export function relationsOf(collections: readonly CollectionDefinition[]): DiagramRelation[] {
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  return collections.flatMap((owner) =>
    (owner.fields ?? []).filter(isDrawn).flatMap((field): DiagramRelation[] => {
      const target = byName.get(field.target ?? '');
      if (!target) {
        return [];
      }
      const reverse = target.fields?.find(
        (other) => isDrawn(other) && isSame(field, owner.name, other, target.name),
      );
      if (reverse && !comesFirst(field, reverse)) {
        return [];
      }
      const cardinality = many[field.type] ?? { from: true, to: true };
      const isOneToOne = field.interface === 'obo' || reverse?.type === 'hasOne';
      return [
        {
          id: `${owner.name}.${field.name}`,
          from: { collection: owner.name, field: field.name, isMany: cardinality.from && !isOneToOne },
          to: { collection: target.name, field: reverse?.name ?? keyAt(field, target), isMany: cardinality.to },
          ...(field.through && { through: field.through }),
        },
      ];
    }),
  );
}

/** The field of the target that a relation without a field there leads to. */
function keyAt(field: FieldDefinition, target: CollectionDefinition): string {
  const key = field.type === 'hasMany' || field.type === 'hasOne' ? field.foreignKey : field.targetKey;
  const primary = target.fields?.find((other) => other.primaryKey);
  return key ?? primary?.name ?? 'id';
}

/** Names of what is directly related to a collection, and its own. */
export function neighboursOf(name: string, relations: readonly DiagramRelation[]): Set<string> {
  const near = relations.filter((relation) => relation.from.collection === name || relation.to.collection === name);
  return new Set([name, ...near.flatMap((relation) => [relation.from.collection, relation.to.collection])]);
}

export const cardinalityOf = ({ from, to }: DiagramRelation): string =>
  `${from.isMany ? 'n' : '1'} : ${to.isMany ? (from.isMany ? 'm' : 'n') : '1'}`;
