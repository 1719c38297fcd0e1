import { msg } from '@pergola/plugin';
import type { Route } from '../model/routes';

/** Key of the word for a kind of entry. */
export const kindTitle = (type: Route['type']): string =>
  ({ group: msg('Group'), link: msg('Menu link'), page: msg('Page'), flowPage: msg('Page'), tabs: msg('Tab') })[type ?? 'page'];
