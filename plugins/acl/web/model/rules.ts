import type { FieldDefinition, RecordKey } from '@pergola/api';
import { reachOf } from './strategy';

/** A condition that rules refer to; `all` and `own` come with the product. */
export interface Scope {
  id: RecordKey;
  key: string;
  name: string;
  resourceName: string | null;
  scope: Record<string, unknown> | null;
}

/** A collection as the permissions of a role list it. */
export interface RoleCollection {
  name: string;
  title: string | null;
  usingConfig: 'strategy' | 'resourceAction';
  fields: FieldDefinition[];
}

/** A row of the rules as it is stored. */
export interface StoredRule {
  name: string;
  fields: string[] | null;
  scopeId?: RecordKey | null;
}

export interface StoredRules {
  name: string;
  usingActionsConfig: boolean;
  actions: StoredRule[];
}

/** What a role may do in one way with the records of a collection. */
export interface Rule {
  fields: string[];
  /** Key of the scope: `all`, `own`, or that of a condition. */
  scope: string;
}

/** By the name of the action; what is not in it is not allowed. */
export type Rules = Partial<Record<RuleAction, Rule>>;

export const ruleActions = ['view', 'create', 'update', 'destroy', 'export', 'importXlsx'] as const;
export type RuleAction = (typeof ruleActions)[number];

/** Those that make new records reach all of them or none. */
export const hasRecords = (action: RuleAction): boolean => action !== 'create' && action !== 'importXlsx';
/** Deleting concerns a record as a whole. */
export const hasFields = (action: RuleAction): boolean => action !== 'destroy';
/** Where an empty list of fields means none; elsewhere it means all of them. */
const readsNothing = (action: RuleAction): boolean => action === 'view' || action === 'export';

const isRuleAction = (name: string): name is RuleAction => ruleActions.some((action) => action === name);

/** The fields that an action is about, by their names. */
export type FieldsOf = (action: RuleAction) => readonly string[];

/** Rules as they are stored; a list without fields is all of them where the server takes it so. */
export function readRules(stored: readonly StoredRule[], fieldsOf: FieldsOf, scopes: readonly Scope[]): Rules {
  const rules: Rules = {};
  for (const row of stored) {
    if (isRuleAction(row.name)) {
      const fields = fieldsOf(row.name);
      const named = (row.fields ?? []).filter((field) => fields.includes(field));
      const isAll = (row.fields ?? []).length === 0 && !readsNothing(row.name);
      const scope = scopes.find((one) => String(one.id) === String(row.scopeId));
      rules[row.name] = { fields: isAll ? [...fields] : named, scope: scope?.key ?? 'all' };
    }
  }
  return rules;
}

/** What is sent for the rules, with those that are stored for actions unknown here. */
export function writeRules(rules: Rules, scopes: readonly Scope[], stored: readonly StoredRule[] = []) {
  const unknown = stored
    .filter((row) => !isRuleAction(row.name))
    .map(({ name, fields, scopeId }) => ({ name, fields: fields ?? [], scopeId: scopeId ?? null }));
  const known = ruleActions.flatMap((name) => {
    const rule = rules[name];
    if (!rule) {
      return [];
    }
    const scope = hasRecords(name) ? scopes.find((one) => one.key === rule.scope) : undefined;
    return [{ name: name as string, fields: hasFields(name) ? rule.fields : [], scopeId: scope?.id ?? null }];
  });
  return [...known, ...unknown];
}

/** The first action that is allowed without a field, which the server would take for all fields. */
export const ruleWithoutFields = (rules: Rules): RuleAction | undefined =>
  ruleActions.find((name) => hasFields(name) && rules[name]?.fields.length === 0);

/** One field ticked or not; the others keep their order. */
export function withField(rule: Rule, field: string, isOn: boolean, order: readonly string[]): Rule {
  const chosen = new Set(rule.fields);
  if (isOn) {
    chosen.add(field);
  } else {
    chosen.delete(field);
  }
  return { ...rule, fields: order.filter((name) => chosen.has(name)) };
}

/** What the general rule comes to for one collection, to begin its own rules with. */
export function rulesOf(strategy: readonly string[], fieldsOf: FieldsOf): Rules {
  const rules: Rules = {};
  for (const name of ruleActions) {
    const reach = reachOf(strategy, name);
    if (reach !== 'none') {
      rules[name] = { fields: hasFields(name) ? [...fieldsOf(name)] : [], scope: reach };
    }
  }
  return rules;
}
