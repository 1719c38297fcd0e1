import type { Client } from '@pergola/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';

/** What `roles:check` says of whoever is signed in; the server decides anew each time. */
export interface Rights {
  role: string;
  roles: string[];
  snippets: string[];
  /** How several roles work together: `default` (one at a time), `allow-use-union`, `only-use-union`. */
  roleMode?: string;
  allowAll: boolean;
  /** Such as `view` and `update:own`, for collections without rules of their own. */
  strategy?: { actions?: string[] };
  /** Names of the collections with rules of their own. */
  resources?: string[];
  /** Their rules by collection and action, such as `orders:view`; what is not here is not allowed. */
  actions?: Record<string, ActionRule>;
}

/** The limits of a rule; without any of them it has none. */
export interface ActionRule {
  fields?: string[];
  appends?: string[];
  whitelist?: string[];
  own?: boolean;
  filter?: unknown;
}

export const rightsKey = ['roles:check'];
const fresh = 60_000;

export const loadRights = async (api: Client, signal: AbortSignal): Promise<Rights> =>
  (await api.get<Rights>('roles:check', { signal })).data;

/** The query for what whoever is signed in may do. */
export function useRightsQuery() {
  const api = useApi();
  return useQuery({ queryKey: rightsKey, queryFn: ({ signal }) => loadRights(api, signal), staleTime: fresh });
}

/** Undefined until it is known. */
export const useRights = (): Rights | undefined => useRightsQuery().data;

/** Whether a person with these rights may open what asks for the snippet. */
export const mayOpen = (rights: Rights | undefined, snippet: string | undefined): boolean =>
  snippet === undefined || (rights !== undefined && (rights.allowAll || isGranted(rights.snippets, snippet)));

/** Whether a list such as `pm.*`, `!pm.users` grants the snippet. What is denied stays denied, whatever else grants it. */
export function isGranted(snippets: readonly string[], name: string): boolean {
  const denied = snippets.filter((entry) => entry.startsWith('!')).map((entry) => entry.slice(1));
  const granted = snippets.filter((entry) => !entry.startsWith('!'));
  return granted.some((entry) => covers(entry, name)) && !denied.some((entry) => covers(entry, name));
}

/** `*` stands for anything, as `pm.*` for `pm.users`. */
function covers(entry: string, name: string): boolean {
  const pattern = entry.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[^/]*')}$`).test(name);
}
