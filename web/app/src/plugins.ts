import type { WebPlugin } from '@pergola/plugin';
import { authPlugin } from '../../../plugins/auth/web';
import { collectionsPlugin } from '../../../plugins/collections/web';
import { usersPlugin } from '../../../plugins/users/web';

/** The plugins that come with the product; the one place that lists them. */
export const plugins: readonly WebPlugin[] = [collectionsPlugin, usersPlugin, authPlugin];
