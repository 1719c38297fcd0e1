export type RecordKey = string | number;
export type RecordValues = Record<string, unknown>;

/** A condition, or a group of them. */
export type Filter = Record<string, unknown>;

export interface User {
  id: RecordKey;
  nickname: string | null;
  username: string | null;
  email: string | null;
  appLang: string | null;
}
