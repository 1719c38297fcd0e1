export const collectionsPath = '/admin/settings/data-source-manager/main/collections';
export const diagramPath = `${collectionsPath}/diagram`;
export const fieldsPath = (collection: string): string => `${collectionsPath}/${collection}/fields`;
export const recordsPath = (collection: string): string => `/admin/data/${collection}`;
