/** Who has it sees the whole menu, and says what roles see of it. */
export const snippet = 'pm.routes';
/** Who has it arranges the menu. */
export const arrangeSnippet = 'ui.desktopRoutes';
export const menuPath = '/admin/settings/menu';
