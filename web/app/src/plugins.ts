import type { WebPlugin } from '@pergola/plugin';
import { aclPlugin } from '../../../plugins/acl/web';
import { apiDocPlugin } from '../../../plugins/api-doc/web';
import { auditLogPlugin } from '../../../plugins/audit-log/web';
import { authPlugin } from '../../../plugins/auth/web';
import { collectionsPlugin } from '../../../plugins/collections/web';
import { departmentsPlugin } from '../../../plugins/departments/web';
import { pluginCatalogPlugin } from '../../../plugins/plugin-catalog/web';
import { uiLayoutPlugin } from '../../../plugins/ui-layout/web';
import { environmentVariablesPlugin } from '../../../plugins/environment-variables/web';
import { localizationPlugin } from '../../../plugins/localization/web';
import { systemSettingsPlugin } from '../../../plugins/system-settings/web';
import { themeEditorPlugin } from '../../../plugins/theme-editor/web';
import { usersPlugin } from '../../../plugins/users/web';

/** The plugins that come with the product; the one place that lists them. */
export const plugins: readonly WebPlugin[] = [
  collectionsPlugin,
  uiLayoutPlugin,
  usersPlugin,
  departmentsPlugin,
  aclPlugin,
  authPlugin,
  auditLogPlugin,
  apiDocPlugin,
  systemSettingsPlugin,
  environmentVariablesPlugin,
  themeEditorPlugin,
  localizationPlugin,
  pluginCatalogPlugin,
];
