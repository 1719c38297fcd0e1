import { defineWebPlugin, msg } from '@pergola/plugin';
import { AuditIcon, HistoryIcon } from '@pergola/ui';
import { lazy } from 'react';

const snippet = 'pm.audit-log';

export const auditLogPlugin = defineWebPlugin({
  name: 'audit-log',
  menu: [
    { title: msg('Audit log'), path: '/admin/settings/audit-log', area: 'settings', icon: AuditIcon, snippet },
  ],
  routes: [
    { path: 'settings/audit-log', area: 'admin', load: async () => (await import('./pages/AuditLogPage')).AuditLogPage },
  ],
  recordParts: [
    {
      title: msg('History'),
      icon: HistoryIcon,
      snippet,
      Part: lazy(async () => ({ default: (await import('./history/HistoryDrawer')).HistoryDrawer })),
    },
  ],
  collectionSwitches: [
    {
      option: 'logging',
      title: msg('Record before and after values'),
      about: msg('The audit log then keeps what each change replaced. It makes changes a little slower and takes room.'),
    },
  ],
});
