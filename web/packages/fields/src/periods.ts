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
  { type: 'nextQuarter', title: msg('Next quarter') },
  { type: 'thisYear', title: msg('This year') },
  { type: 'lastYear', title: msg('Last year') },
  { type: 'nextYear', title: msg('Next year') },
] as const;

/** So many days, weeks … before or after the present one, which is not among them. */
export const spans = [
  { type: 'past', title: msg('The last …') },
  { type: 'next', title: msg('The next …') },
] as const;

export const spanUnits = [
  { unit: 'day', title: msg('days') },
  { unit: 'week', title: msg('weeks') },
  { unit: 'month', title: msg('months') },
  { unit: 'quarter', title: msg('quarters') },
  { unit: 'year', title: msg('years') },
] as const;
