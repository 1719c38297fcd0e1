export const rolesPath = '/admin/settings/roles';
export const rolePath = (role: string, tab = 'general'): string =>
  `${rolesPath}/${encodeURIComponent(role)}/${tab}`;
