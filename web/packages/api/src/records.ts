export type RecordKey = string | number;
export type RecordValues = Record<string, unknown>;

/** A condition, or a group of them. */
export type Filter = Record<string, unknown>;

/** What somebody may do, under a name. */
export interface Role {
  name: string;
  title: string | null;
  description?: string | null;
  default?: boolean | null;
  hidden?: boolean | null;
  snippets?: string[] | null;
}

export interface User {
  id: RecordKey;
  nickname: string | null;
  username: string | null;
  email: string | null;
  appLang: string | null;
  phone?: string | null;
  roles?: Role[];
}
