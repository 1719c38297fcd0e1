export { ApiContext, useApi } from './ApiContext';
export { isLanguage, languages, type Language } from './languages';
export { msg, translateTemplate } from './msg';
export { NoticeContext, useNotices, type NoticeSink } from './notices';
export { useCurrentUser } from './session';
export { useFailureText } from './useFailureText';
export { useLanguage } from './useLanguage';
export { useText } from './useText';
export { defineWebPlugin, type MenuEntry, type PaletteItem, type PluginRoute, type WebPlugin } from './webPlugin';
