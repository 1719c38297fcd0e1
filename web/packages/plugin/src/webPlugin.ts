import type { Client, CollectionDefinition, Params, Role, User } from '@pergola/api';
import type { ComponentType } from 'react';
import type { Language } from './languages';

export interface PluginRoute {
  /** Below the root for `public`, below `/admin` for `admin`. */
  path: string;
  area: 'public' | 'admin';
  load: () => Promise<ComponentType>;
}

export interface MenuEntry {
  /** Key of its text. */
  title: string;
  path: string;
  area: 'main' | 'settings' | 'personal';
  icon: ComponentType;
  /** Only those whose role grants it see the entry. */
  snippet?: string;
}

export interface PaletteItem {
  key: string;
  /** Already in the reader's language. */
  title: string;
  /** What kind of thing it is, in the reader's language. */
  kind: string;
  path: string;
}

/** A tab on the page of a role. */
export interface RoleTab {
  key: string;
  /** Key of its text. */
  title: string;
  /** Only those whose role grants it see the tab. */
  snippet?: string;
  /** Loaded when it is opened. */
  Content: ComponentType<{ role: Role }>;
}

/**
 * Further items in the form of a user. What is changed in them is sent with the other fields, under the names of the items;
 * they show what is stored by themselves.
 */
export interface UserPart {
  snippet?: string;
  Items: ComponentType<{ user: User | undefined }>;
}

/** A page about one user, reached by a button in their row. */
export interface UserLink {
  /** Key of its text. */
  title: string;
  icon: ComponentType;
  /** Only those whose role grants it see the button. */
  snippet?: string;
  pathOf: (user: User) => string;
}

/** A page about the records of a collection, reached by a button over its table. */
export interface CollectionLink {
  /** Key of its text. */
  title: string;
  icon: ComponentType;
  /** Only those whose role grants it see the button. */
  snippet?: string;
  /** @param list What the table asks the server for. */
  pathOf: (collection: CollectionDefinition, list: Params) => string;
}

/** Something about one record, opened from a button in the head of its drawer. */
export interface RecordPart {
  /** Key of its text. */
  title: string;
  icon: ComponentType;
  /** Only those whose role grants it see the button. */
  snippet?: string;
  /** Lies over the drawer until it is closed. */
  Part: ComponentType<{ collection: CollectionDefinition; recordKey: string; onClose: () => void }>;
}

/** A setting of every collection that is on or off. */
export interface CollectionSwitch {
  /** Name of the option. */
  option: string;
  /** Keys of its texts. */
  title: string;
  about: string;
}

/** What a plugin adds to the client; declared only, and loaded when it is needed. */
export interface WebPlugin {
  name: string;
  /** Texts of a plugin that is not built together with the client, by language and key. */
  texts?: Partial<Record<Language, Record<string, string>>>;
  routes?: readonly PluginRoute[];
  menu?: readonly MenuEntry[];
  /** A part of the left menu that comes from the server. */
  MenuSection?: ComponentType<{ isFolded: boolean; onChoose: () => void }>;
  /** Lies over every page of the shell, such as a question that cannot wait. */
  Overlay?: ComponentType;
  roleTabs?: readonly RoleTab[];
  userPart?: UserPart;
  userLinks?: readonly UserLink[];
  collectionLinks?: readonly CollectionLink[];
  recordParts?: readonly RecordPart[];
  collectionSwitches?: readonly CollectionSwitch[];
  /** What the command palette finds. */
  search?: (api: Client, t: (key: string) => string, signal: AbortSignal) => Promise<PaletteItem[]>;
}

export const defineWebPlugin = (plugin: WebPlugin): WebPlugin => plugin;
