export const collectionsPath = '/admin/settings/data-source-manager/main/collections';
