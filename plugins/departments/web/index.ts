import { defineWebPlugin, msg } from '@pergola/plugin';
import { ApartmentIcon } from '@pergola/ui';
import { lazy } from 'react';
import { departmentsPath, snippet } from './paths';

export const departmentsPlugin = defineWebPlugin({
  name: 'departments',
  menu: [{ title: msg('Departments'), path: departmentsPath, area: 'settings', icon: ApartmentIcon, snippet }],
  routes: [
    {
      path: 'settings/departments/:department?',
      area: 'admin',
      load: async () => (await import('./pages/DepartmentsPage')).DepartmentsPage,
    },
  ],
  roleTabs: [
    {
      key: 'departments',
      title: msg('Departments'),
      snippet,
      Content: lazy(async () => ({ default: (await import('./role/DepartmentsTab')).DepartmentsTab })),
    },
  ],
  userPart: {
    snippet,
    Items: lazy(async () => ({ default: (await import('./user/DepartmentItems')).DepartmentItems })),
  },
});
