export const rolesPath = '/admin/settings/roles';
export const checkPath = '/admin/settings/check-rights';

/** The page that explains rights, with what is known already. */
export const checkPathOf = (known: Readonly<Record<string, string>>): string =>
  `${checkPath}?${new URLSearchParams(known).toString()}`;

export const rolePath = (role: string, tab = 'general'): string =>
  `${rolesPath}/${encodeURIComponent(role)}/${tab}`;
