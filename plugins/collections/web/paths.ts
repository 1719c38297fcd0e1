export const collectionsPath = '/admin/settings/data-source-manager/main/collections';
/** What a role needs to design collections. */
export const designerSnippet = 'pm.data-source-manager.data-source-main';
export const diagramPath = `${collectionsPath}/diagram`;
export const fieldsPath = (collection: string): string => `${collectionsPath}/${collection}/fields`;
export const recordsPath = (collection: string): string => `/admin/data/${collection}`;
