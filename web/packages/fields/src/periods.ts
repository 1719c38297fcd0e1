import { msg } from '@pergola/plugin';

/** Days relative to today, as the wire names them. */
export const periods = [
  { type: 'today', title: msg('Today') },
  { type: 'yesterday', title: msg('Yesterday') },
  { type: 'tomorrow', title: msg('Tomorrow') },
  { type: 'thisWeek', title: msg('This week') },
  { type: 'lastWeek', title: msg('Last week') },
  { type: 'nextWeek', title: msg('Next week') },
  { type: 'thisMonth', title: msg('This month') },
  { type: 'lastMonth', title: msg('Last month') },
  { type: 'nextMonth', title: msg('Next month') },
  { type: 'thisQuarter', title: msg('This quarter') },
  { type: 'lastQuarter', title: msg('Last quarter') },
  { type: 'thisYear', title: msg('This year') },
  { type: 'lastYear', title: msg('Last year') },
] as const;
