import type { CollectionDefinition, EnumOption, FieldDefinition } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { allPresets, beginning, treeFields } from '../presetFields';
import { exampleMark } from './names';

/** Titles that every reader sees in the own language. */
const own = (text: string) => `{{t("${text}")}}`;

export function field(
  name: string,
  kind: string,
  title: string,
  more: Partial<FieldDefinition> & { options?: EnumOption[]; description?: string } = {},
): FieldDefinition {
  const { options, description, ...rest } = more;
  const { definition } = interfaceOf({ name, type: 'string', interface: kind });
  return {
    ...definition,
    name,
    interface: kind,
    uiSchema: { ...definition.uiSchema, title: own(title), ...(options && { enum: options }) },
    ...(description && { description: own(description) }),
    ...rest,
  };
}

/** A field that every record has and no two records share. */
export const keyField = (name: string, title: string): FieldDefinition =>
  field(name, 'input', title, {
    unique: true,
    validation: { type: 'string', rules: [{ key: `${name}_required`, name: 'required' }] },
  });

export const option = (value: string, title: string, color: string): EnumOption => ({ value, label: own(title), color });

const association = (title: string, multiple: boolean, label: string) => ({
  title: own(title),
  type: multiple ? 'array' : 'object',
  'x-component': 'AssociationField',
  'x-component-props': { multiple, fieldNames: { label, value: 'id' } },
});

interface RelationParts {
  target: string;
  label: string;
  foreignKey: string;
  onDelete?: string;
  reverse?: { name: string; title: string; kind: string; label: string };
  through?: { name: string; otherKey: string };
}

const toMany = new Set(['o2m', 'm2m']);

export function relation(name: string, kind: string, title: string, parts: RelationParts): FieldDefinition {
  const { type } = interfaceOf({ name, type: 'string', interface: kind }).definition;
  const { reverse, through } = parts;
  return {
    name,
    type,
    interface: kind,
    target: parts.target,
    foreignKey: parts.foreignKey,
    ...(type === 'belongsTo' ? { targetKey: 'id' } : { sourceKey: 'id' }),
    ...(through && { through: through.name, otherKey: through.otherKey, targetKey: 'id' }),
    ...(parts.onDelete && { onDelete: parts.onDelete }),
    uiSchema: association(title, toMany.has(kind), parts.label),
    ...(reverse && {
      reverseField: {
        name: reverse.name,
        type: interfaceOf({ name: reverse.name, type: 'string', interface: reverse.kind }).definition.type,
        interface: reverse.kind,
        uiSchema: association(reverse.title, toMany.has(reverse.kind), reverse.label),
      },
    }),
  };
}

interface CollectionParts {
  name: string;
  title: string;
  description: string;
  titleField: string;
  isTree?: boolean;
  fields: FieldDefinition[];
}

export function collection({ isTree, fields, ...parts }: CollectionParts): CollectionDefinition {
  return {
    ...parts,
    title: own(parts.title),
    description: own(parts.description),
    example: exampleMark,
    template: isTree ? 'tree' : 'general',
    view: false,
    logging: false,
    autoGenId: false,
    ...(isTree && { tree: 'adjacencyList' }),
    fields: [
      ...beginning('snowflakeId', allPresets),
      ...(isTree ? namedTree(parts.name, parts.titleField) : []),
      ...fields,
    ],
  };
}

/** Records above and below are shown by their title. */
const namedTree = (name: string, label: string): FieldDefinition[] =>
  treeFields(name, 'snowflakeId').map((one) => (one.target ? shownBy(one, label) : one));

function shownBy(kin: FieldDefinition, label: string): FieldDefinition {
  const props = kin.uiSchema?.['x-component-props'];
  return { ...kin, uiSchema: { ...kin.uiSchema, 'x-component-props': { ...props, fieldNames: { label, value: 'id' } } } };
}
