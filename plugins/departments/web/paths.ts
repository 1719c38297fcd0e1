import type { RecordKey } from '@pergola/api';

export const snippet = 'pm.departments';
export const departmentsPath = '/admin/settings/departments';
export const departmentPath = (id: RecordKey): string => `${departmentsPath}/${encodeURIComponent(String(id))}`;
