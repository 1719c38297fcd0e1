export {
  Client,
  type ClientSettings,
  type Envelope,
  type Meta,
  type RawAnswer,
  type RequestOptions,
} from './client';
export { Connection } from './connection';
export type { CollectionAccess, CollectionCategory, CollectionDefinition, FieldAccess, EnumOption, FieldDefinition, UiSchema, ValidationRule } from './definitions';
export { RequestFailure, type ErrorEntry } from './failure';
export { queryString, type Params, type ParamValue } from './params';
export type { Filter, RecordKey, RecordValues, Role, User } from './records';
export { Session, type SessionState } from './session';
export { Socket, type SocketMessage } from './socket';
