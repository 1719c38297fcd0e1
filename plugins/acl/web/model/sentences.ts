import { ruleActions, type Rule, type RuleAction, type Rules } from './rules';
import type { Reach } from './strategy';

type Translate = (key: string, values?: Record<string, unknown>) => string;

interface Numbers {
  /** How many fields the action can concern. */
  total: number;
  /** What the records are called, such as “own records”. */
  records: string;
}

/** The records that a scope leaves, as a part of a sentence. */
export function recordsText(scope: string, name: string, t: Translate): string {
  if (scope === 'all') {
    return t('all records');
  }
  return scope === 'own' ? t('own records') : t('the records of “{name}”', { name });
}

/** What a rule means: “Sees 3 of 5 fields of own records”. */
export function sentenceOf(action: RuleAction, rule: Rule | undefined, numbers: Numbers, t: Translate): string {
  if (!rule) {
    return noneText(action, t);
  }
  const { records, total } = numbers;
  const isWhole = action === 'destroy' || rule.fields.length >= total;
  if (isWhole) {
    return wholeText(action, records, t);
  }
  const fields = t('{chosen} of {total} fields', { chosen: rule.fields.length, total });
  return {
    view: () => t('Sees {fields} of {records}', { fields, records }),
    create: () => t('Creates records with {fields}', { fields }),
    update: () => t('Edits {fields} of {records}', { fields, records }),
    destroy: () => '',
    export: () => t('Exports {fields} of {records}', { fields, records }),
    importXlsx: () => t('Imports records with {fields}', { fields }),
  }[action]();
}

/** What a general rule means for one action. */
export function reachSentence(action: RuleAction, reach: Reach, t: Translate): string {
  return reach === 'none' ? noneText(action, t) : wholeText(action, recordsText(reach, '', t), t);
}

/** One sentence for each action. */
export function sentencesOf(
  rules: Rules,
  numbersOf: (action: RuleAction) => Numbers,
  t: Translate,
): { action: RuleAction; text: string }[] {
  return ruleActions.map((action) => ({ action, text: sentenceOf(action, rules[action], numbersOf(action), t) }));
}

const wholeText = (action: RuleAction, records: string, t: Translate): string =>
  ({
    view: () => t('Sees {records}', { records }),
    create: () => t('Creates records'),
    update: () => t('Edits {records}', { records }),
    destroy: () => t('Deletes {records}', { records }),
    export: () => t('Exports {records}', { records }),
    importXlsx: () => t('Imports records'),
  })[action]();

const noneText = (action: RuleAction, t: Translate): string =>
  ({
    view: () => t('Sees no records'),
    create: () => t('Creates no records'),
    update: () => t('Edits no records'),
    destroy: () => t('Deletes no records'),
    export: () => t('Exports nothing'),
    importXlsx: () => t('Imports nothing'),
  })[action]();
