import { describe, expect, it } from 'vitest';
import { headlineOf, reasonsOf, type Named } from './answers';
import type { ActionAnswer, RoleAnswer } from './explanation';
import type { RuleAction } from './rules';

const t = (key: string, values: Record<string, unknown> = {}) =>
  key.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const named: Named = {
  person: 'Eva',
  collection: 'Orders',
  hasRecord: false,
  roleTitle: (name) => name.toUpperCase(),
  text: (stored) => stored,
  t,
};
const about = { ...named, hasRecord: true };
const own = { createdById: 'x' };

const role = (change: Partial<RoleAnswer>): RoleAnswer => ({
  name: 'seller',
  acts: true,
  isAllowed: false,
  reason: 'strategy',
  isOwn: false,
  snippet: null,
  reservedTo: [],
  fields: null,
  scope: null,
  conditions: [],
  isWithin: null,
  ...change,
});
const answer = (change: Partial<ActionAnswer>): ActionAnswer => ({
  name: 'update',
  isAllowed: false,
  reason: 'strategy',
  fields: null,
  hidden: null,
  conditions: [],
  record: null,
  roles: [role({})],
  ...change,
});
const sells = { isAllowed: true, reason: 'rules' as const };
const owns = role({ ...sells, isOwn: true, conditions: [own], scope: { key: 'own', name: 'Own records' } });
const cheap = role({ ...sells, name: 'buyer', conditions: [{ price: 1 }], scope: { key: 'x', name: 'Cheap' } });

describe('The sentence about an action', () => {
  it.each<[RuleAction, Partial<ActionAnswer>, string]>([
    ['update', { ...sells, roles: [role(sells)] }, 'Eva may edit all records in Orders'],
    ['update', { ...sells, conditions: [own], roles: [owns] }, 'Eva may edit own records in Orders'],
    ['view', { ...sells, conditions: [own, {}], roles: [owns, cheap] }, 'Eva may see some records in Orders'],
    ['destroy', {}, 'Eva may not delete records in Orders'],
    ['create', { ...sells, roles: [role(sells)] }, 'Eva may create records in Orders'],
  ])('%s says whether, and which records', (action, change, expected) => {
    expect(headlineOf(action, answer(change), named)).toBe(expected);
  });

  it('is about the record where one is chosen', () => {
    const within = answer({ ...sells, record: { isWithin: true, meetsFixed: true }, roles: [role(sells)] });
    const outside = answer({ ...sells, record: { isWithin: false, meetsFixed: true }, roles: [owns] });
    expect(headlineOf('update', within, about)).toBe('Eva may edit this record');
    expect(headlineOf('update', outside, about)).toBe('Eva may not edit this record');
    expect(headlineOf('create', answer({ ...sells, roles: [role(sells)] }), about)).toBe('Eva may create records in Orders');
  });
});

describe('The reason', () => {
  it.each<[string, Partial<ActionAnswer>, string[]]>([
    ['a strategy', { isAllowed: true, roles: [role({ isAllowed: true })] }, ['The role SELLER allows it for every collection.']],
    ['own rules', { ...sells, roles: [role(sells)] }, ['The role SELLER allows it by its own rules for Orders.']],
    ['a condition', { ...sells, roles: [owns] }, ['The role SELLER allows it for own records, by its own rules for Orders.']],
    ['root', { isAllowed: true, reason: 'root', roles: [role({ isAllowed: true, reason: 'root' })] }, ['The role SELLER may do everything.']],
    [
      'a snippet',
      { isAllowed: true, reason: 'snippet', roles: [role({ isAllowed: true, reason: 'snippet', snippet: 'pm.users' })] },
      ['The role SELLER has the settings “Users”, which include it.'],
    ],
    ['no rule', {}, ['The role SELLER does not allow it.']],
    ['other rules', { reason: 'rules', roles: [role({ reason: 'rules' })] }, ['The own rules of the role SELLER for Orders do not allow it.']],
    ['several roles', { reason: 'none', roles: [role({}), role({ name: 'b', reason: 'rules' })] }, ['None of these roles allows it.']],
    ['no role', { reason: 'noRoles', roles: [] }, ['Eva has no role.']],
    ['no action', { reason: 'notOffered' }, ['There is no such action in Orders.']],
    [
      'what is reserved',
      { reason: 'reserved', roles: [role({ reason: 'reserved', reservedTo: ['pm.users'] })] },
      ['It takes a role with the settings “Users”.'],
    ],
    [
      'a table of the system',
      { reason: 'outside', roles: [role({ reason: 'outside' })] },
      ['Orders belongs to the system, and the role SELLER has no rules for it.'],
    ],
    [
      'a role that does not count',
      { roles: [role({}), role({ ...sells, name: 'boss', acts: false })] },
      ['The role SELLER does not allow it.', 'Acting as BOSS it would be allowed.'],
    ],
  ])('is %s', (_, change, expected) => {
    expect(reasonsOf(answer(change), named)).toEqual(expected);
  });

  it('for a record is the condition that decides', () => {
    const roles = [{ ...owns, isWithin: false }, { ...cheap, isWithin: true }];
    const within = answer({ ...sells, record: { isWithin: true, meetsFixed: true }, roles });
    expect(reasonsOf(within, about)).toEqual([
      'The role BUYER allows it for the records of “Cheap”, by its own rules for Orders.',
    ]);
    const outside = answer({
      ...sells,
      record: { isWithin: false, meetsFixed: true },
      roles: [{ ...owns, isWithin: false }],
    });
    expect(reasonsOf(outside, about)).toEqual([
      'The role SELLER allows it for own records only, and this record is not one of them.',
    ]);
    const kept = answer({ ...sells, record: { isWithin: false, meetsFixed: false }, roles: [role(sells)] });
    expect(reasonsOf(kept, about)).toEqual(['This record comes with the product, and is kept from everybody.']);
  });
});
