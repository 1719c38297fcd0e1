import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { isRelation } from '@pergola/fields';
import type { FilterVariable } from '@pergola/filter';
import { msg } from '@pergola/plugin';

const whole = new Set(['integer', 'snowflakeId']);

/** Whether the values of a field are keys of that collection, or numbers that may well be. */
const holdsKeysOf = (target: string) => (field: FieldDefinition, owner: CollectionDefinition) => {
  if (isRelation(field)) {
    return field.target === target;
  }
  if (field.primaryKey) {
    return owner.name === target;
  }
  const relation = owner.fields?.find((one) => one.type === 'belongsTo' && one.foreignKey === field.name);
  return relation ? relation.target === target : whole.has(field.interface ?? '');
};
const isText = (field: FieldDefinition) => field.interface === 'input';

const ofAccounts: readonly FilterVariable[] = [
  { name: 'ctx.state.currentUser.id', title: msg('the person who looks'), fits: holdsKeysOf('users') },
];
const ofDepartments: readonly FilterVariable[] = [
  {
    name: '$user.mainDepartmentId',
    title: msg('their main department'),
    emptyHint: msg('Whoever has no main department sees the records without a value here.'),
    fits: holdsKeysOf('departments'),
  },
  { name: '$user.departments.id', title: msg('their departments'), isList: true, fits: holdsKeysOf('departments') },
];
const ofNames: readonly FilterVariable[] = [
  {
    name: '$user.nickname',
    title: msg('their name'),
    emptyHint: msg('Whoever has no name sees the records without a value here.'),
    fits: isText,
  },
  {
    name: '$user.username',
    title: msg('their username'),
    emptyHint: msg('Whoever has no username sees the records without a value here.'),
    fits: isText,
  },
  {
    name: '$user.email',
    title: msg('their email address'),
    emptyHint: msg('Whoever has no email address sees the records without a value here.'),
    fits: (field) => isText(field) || field.interface === 'email',
  },
];

/** What a condition can compare with of whoever looks; of departments only where there are some. */
export function scopeVariables(collections: readonly CollectionDefinition[]): FilterVariable[] {
  const hasDepartments = collections.some((one) => one.name === 'departments');
  return [...ofAccounts, ...(hasDepartments ? ofDepartments : []), ...ofNames];
}
