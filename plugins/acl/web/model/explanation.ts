import type { RecordKey } from '@pergola/api';
import { ruleActions, type RuleAction } from './rules';

/** Why an action is allowed or not, as the server says it. */
export type Reason =
  | 'root'
  | 'everybody'
  | 'snippet'
  | 'rules'
  | 'strategy'
  | 'reserved'
  | 'outside'
  | 'noCreator'
  | 'noRoles'
  | 'notOffered'
  | 'none';

/** What one role says of an action. */
export interface RoleAnswer {
  name: string;
  /** Whether its rights count now. */
  acts: boolean;
  isAllowed: boolean;
  reason: Reason;
  /** Own records only. */
  isOwn: boolean;
  snippet: string | null;
  /** The settings that alone bring the right. */
  reservedTo: string[];
  /** Null for all. */
  fields: string[] | null;
  scope: { key: string; name: string } | null;
  conditions: Record<string, unknown>[];
  /** Whether the record meets its condition; null where none was asked about. */
  isWithin: boolean | null;
}

export interface ActionAnswer {
  name: string;
  isAllowed: boolean;
  reason: Reason;
  fields: string[] | null;
  /** Fields that are not seen; null where the action shows none. */
  hidden: string[] | null;
  conditions: Record<string, unknown>[];
  record: { isWithin: boolean; meetsFixed: boolean } | null;
  roles: RoleAnswer[];
}

export interface ExplainedRole {
  name: string;
  title: string | null;
  isOwn: boolean;
  from: { by: string; title: string }[];
}

/** What somebody may do, and why: the answer of `roles:explain`. */
export interface Explanation {
  user: { id: RecordKey; nickname: string | null; username: string | null };
  collection: string;
  roleMode: 'default' | 'allow-use-union' | 'only-use-union';
  defaultRole: string | null;
  actingAs: string[];
  roles: ExplainedRole[];
  actions: ActionAnswer[];
}

/** The answers that a screen shows, in the order in which people think of them. */
export const shownAnswers = (explanation: Explanation): { action: RuleAction; answer: ActionAnswer }[] =>
  ruleActions.flatMap((action) => {
    const answer = explanation.actions.find((one) => one.name === action);
    return answer ? [{ action, answer }] : [];
  });

/** Whether it may be done, and to the record where one is asked about. */
export const isYes = (answer: ActionAnswer): boolean => answer.isAllowed && (answer.record?.isWithin ?? true);
