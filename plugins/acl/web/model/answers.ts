import { isYes, type ActionAnswer, type RoleAnswer } from './explanation';
import { settingsPages } from './labels';
import type { RuleAction } from './rules';
import { recordsText } from './sentences';

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** What the sentences name. */
export interface Named {
  person: string;
  collection: string;
  /** Whether they are about one record. */
  hasRecord: boolean;
  roleTitle: (name: string) => string;
  /** Names as they are stored, in the reader's language. */
  text: (stored: string) => string;
  t: Translate;
}

/** “Eva may edit own records of Orders”. */
export function headlineOf(action: RuleAction, answer: ActionAnswer, named: Named): string {
  const { t, person: name } = named;
  const what = whatOf(action, answer, named);
  const sentences = isYes(answer) ? mayTexts : mayNotTexts;
  return sentences[action](t, { name, what });
}

type Sentence = (t: Translate, values: { name: string; what: string }) => string;

const mayTexts: Readonly<Record<RuleAction, Sentence>> = {
  view: (t, values) => t('{name} may see {what}', values),
  create: (t, values) => t('{name} may create {what}', values),
  update: (t, values) => t('{name} may edit {what}', values),
  destroy: (t, values) => t('{name} may delete {what}', values),
  export: (t, values) => t('{name} may export {what}', values),
  importXlsx: (t, values) => t('{name} may import {what}', values),
};

const mayNotTexts: Readonly<Record<RuleAction, Sentence>> = {
  view: (t, values) => t('{name} may not see {what}', values),
  create: (t, values) => t('{name} may not create {what}', values),
  update: (t, values) => t('{name} may not edit {what}', values),
  destroy: (t, values) => t('{name} may not delete {what}', values),
  export: (t, values) => t('{name} may not export {what}', values),
  importXlsx: (t, values) => t('{name} may not import {what}', values),
};

function whatOf(action: RuleAction, answer: ActionAnswer, { t, collection, hasRecord }: Named): string {
  if (hasRecord && answer.record) {
    return t('this record');
  }
  if (action === 'create' || action === 'importXlsx' || !answer.isAllowed) {
    return t('records in {collection}', { collection });
  }
  if (answer.conditions.length === 0) {
    return t('all records in {collection}', { collection });
  }
  const deciding = answer.roles.filter((role) => role.acts && role.isAllowed);
  return deciding.every((role) => role.isOwn)
    ? t('own records in {collection}', { collection })
    : t('some records in {collection}', { collection });
}

/** Why, in one or two sentences. */
export function reasonsOf(answer: ActionAnswer, named: Named): string[] {
  const { t, collection, person: name } = named;
  const acting = answer.roles.filter((role) => role.acts);
  const allowing = acting.filter((role) => role.isAllowed);
  if (answer.reason === 'notOffered') {
    return [t('There is no such action in {collection}.', { collection })];
  }
  if (answer.reason === 'noRoles') {
    return [t('{name} has no role.', { name })];
  }
  if (answer.record && !answer.record.meetsFixed && answer.isAllowed) {
    return [t('This record comes with the product, and is kept from everybody.')];
  }
  if (answer.isAllowed) {
    // Only roles that reach the record have a say about it.
    const reaching = allowing.filter((role) => role.isWithin !== false);
    return (reaching.length > 0 ? reaching : allowing).map((role) => roleReason(role, named));
  }
  const others = answer.roles.filter((role) => !role.acts && role.isAllowed);
  const roles = others.map((role) => named.roleTitle(role.name)).join(', ');
  const hint = others.length > 0 ? [t('Acting as {roles} it would be allowed.', { roles })] : [];
  const why = acting.length === 1 && acting[0] ? roleReason(acting[0], named) : t('None of these roles allows it.');
  return [why, ...hint];
}

/** What a role says, as a sentence. */
export function roleReason(role: RoleAnswer, named: Named): string {
  const { t, collection } = named;
  const values = { role: named.roleTitle(role.name), collection };
  const pages = (names: readonly string[]) => names.map((snippet) => `“${pageTitle(snippet, t)}”`).join(', ');
  switch (role.reason) {
    case 'root':
      return t('The role {role} may do everything.', values);
    case 'everybody':
      return t('It is open to everybody who is signed in.');
    case 'snippet':
      return t('The role {role} has the settings {pages}, which include it.', {
        ...values,
        pages: pages(role.snippet ? [role.snippet] : []),
      });
    case 'reserved':
      return role.reservedTo.length > 0
        ? t('It takes a role with the settings {pages}.', { pages: pages(role.reservedTo) })
        : t('Only the role Root may do it.');
    case 'noCreator':
      return t('The role {role} allows own records only, and {collection} does not note who made a record.', values);
    case 'outside':
      return t('{collection} belongs to the system, and the role {role} has no rules for it.', values);
    default:
      return ruleReason(role, named);
  }
}

function ruleReason(role: RoleAnswer, named: Named): string {
  const { t, collection } = named;
  const values = { role: named.roleTitle(role.name), collection };
  const isRule = role.reason === 'rules';
  if (!role.isAllowed) {
    return isRule
      ? t('The own rules of the role {role} for {collection} do not allow it.', values)
      : t('The role {role} does not allow it.', values);
  }
  if (role.conditions.length === 0) {
    return isRule
      ? t('The role {role} allows it by its own rules for {collection}.', values)
      : t('The role {role} allows it for every collection.', values);
  }
  const records = reachText(role, named);
  if (role.isWithin === false) {
    return t('The role {role} allows it for {records} only, and this record is not one of them.', { ...values, records });
  }
  return isRule
    ? t('The role {role} allows it for {records}, by its own rules for {collection}.', { ...values, records })
    : t('The role {role} allows it for {records}, in every collection.', { ...values, records });
}

/** The records a role reaches, as a part of a sentence. */
export function reachText(role: RoleAnswer, { t, text }: Named): string {
  if (role.conditions.length === 0) {
    return recordsText('all', '', t);
  }
  if (role.isOwn) {
    return recordsText('own', '', t);
  }
  return role.scope ? recordsText(role.scope.key, text(role.scope.name), t) : t('the records that meet its condition');
}

const pageTitle = (snippet: string, t: Translate): string => {
  const page = settingsPages.find((one) => one.snippet === snippet);
  return page ? t(page.title) : snippet;
};
