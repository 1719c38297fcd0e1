import { msg } from '@pergola/plugin';
import type { Outcome } from './entry';

/** Actions in words; those that plugins add go by their names. */
export const actionTitles: Readonly<Record<string, string>> = {
  create: msg('Create'),
  update: msg('Edit'),
  destroy: msg('Delete'),
  firstOrCreate: msg('Find or create'),
  updateOrCreate: msg('Edit or create'),
  move: msg('Move'),
  add: msg('Link'),
  remove: msg('Unlink'),
  set: msg('Set links'),
  toggle: msg('Link or unlink'),
  signIn: msg('Sign in'),
  signOut: msg('Sign out'),
  signUp: msg('Sign up'),
  changePassword: msg('Change password'),
  lostPassword: msg('Ask for a new password'),
  resetPassword: msg('Reset password'),
  updateProfile: msg('Edit profile'),
  updateLang: msg('Change language'),
  setDefaultRole: msg('Choose default role'),
  applyDataPermissions: msg('Change permissions'),
  setSystemRoleMode: msg('Change use of roles'),
  setFields: msg('Change fields'),
  put: msg('Change settings'),
  updateSettings: msg('Change settings'),
  export: msg('Export'),
  list: msg('Read'),
  get: msg('Read'),
  query: msg('Read'),
};

/** What a person can choose to look for. */
export const commonActions = [
  'signIn',
  'create',
  'update',
  'destroy',
  'add',
  'remove',
  'set',
  'export',
  'changePassword',
  'applyDataPermissions',
  'updateSettings',
] as const;

export const outcomeTitles: Readonly<Record<Outcome, string>> = {
  done: msg('Done'),
  refused: msg('Refused'),
  failed: msg('Failed'),
};

/** What is not a collection and has a name of its own all the same. */
export const resourceTitles: Readonly<Record<string, string>> = {
  auth: msg('Account'),
  auditLogs: msg('Audit log'),
  collections: msg('Collections'),
  fields: msg('Fields'),
  users: msg('Users'),
  roles: msg('Roles'),
  apiKeys: msg('API keys'),
  systemSettings: msg('Settings'),
  tokenControlConfig: msg('Security'),
};
