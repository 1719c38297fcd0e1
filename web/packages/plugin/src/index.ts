export { ApiContext, useApi } from './ApiContext';
export { AppNameContext, appSettingsKey, productName, useAppName, useAppSettings, type AppSettings } from './appSettings';
export { LanguageContext, useChooseLanguage } from './LanguageContext';
export { isLanguage, languages, type Language } from './languages';
export { msg, translateTemplate } from './msg';
export { NoticeContext, useNotices, type NoticeSink } from './notices';
export { PluginsContext, useCollectionLinks, useCollectionSwitches, useRecordParts, useRoleTabs, useUserLinks, useUserParts, useWebPlugins } from './PluginsContext';
export {
  fullNameOf,
  nameOf,
  PeopleList,
  peoplePerPage,
  PickPeople,
  secondNameOf,
  usePeopleFinder,
  withName,
  type Named,
} from './people';
export { readText } from './readText';
export { rolesKey, useRoles } from './roles';
export { reachOf, withinReach, type Reach, type RecordAction } from './access';
export { isGranted, loadRights, mayOpen, rightsKey, useRights, useRightsQuery, type Rights } from './rights';
export { currentUserKey, useCurrentUser, useSession } from './session';
export {
  DeleteDialog,
  FormDrawer,
  LoadFailure,
  useAct,
  useAddress,
  useDebounced,
  useLeave,
  usePageTitle,
  useReturnFocus,
} from './screens';
export { useFailureText } from './useFailureText';
export { useLanguage } from './useLanguage';
export { titles, useText } from './useText';
export {
  defineWebPlugin,
  type CollectionLink,
  type CollectionSwitch,
  type MenuEntry,
  type PaletteItem,
  type PluginRoute,
  type RecordPart,
  type RoleTab,
  type UserLink,
  type UserPart,
  type WebPlugin,
} from './webPlugin';
