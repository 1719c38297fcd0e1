import { msg } from '@pergola/plugin';
import type { RuleAction } from './rules';
import type { Reach } from './strategy';

export const actionTitles: Readonly<Record<RuleAction, string>> = {
  view: msg('See'),
  create: msg('Create'),
  update: msg('Edit'),
  destroy: msg('Delete'),
  export: msg('Export'),
  importXlsx: msg('Import'),
};

export const reachTitles: Readonly<Record<Reach, string>> = {
  none: msg('No'),
  own: msg('Own records'),
  all: msg('All records'),
};

/** Pages of the settings that can be granted one by one. */
export const settingsPages: readonly { snippet: string; title: string }[] = [
  { snippet: 'pm.data-source-manager.data-source-main', title: msg('Collections') },
  { snippet: 'pm.routes', title: msg('Menu') },
  { snippet: 'pm.users', title: msg('Users') },
  { snippet: 'pm.acl.roles', title: msg('Roles') },
  { snippet: 'pm.security.token-policy', title: msg('Security') },
  { snippet: 'pm.audit-log', title: msg('Audit log') },
  { snippet: 'pm.auth.authenticators', title: msg('Ways to sign in') },
  { snippet: 'pm.api-keys.configuration', title: msg('API keys') },
];

/** Roles that come with the product and stay. */
export const builtIn = new Set(['root', 'admin', 'member']);
export const root = 'root';
