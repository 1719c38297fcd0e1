import type { CollectionDefinition, FieldDefinition, Filter, Params, RecordKey } from '@pergola/api';
import { isRelation, isToMany, keyFieldOf, titleFieldOf, visibleFields } from '@pergola/fields';
import { msg } from '@pergola/plugin';
import { shownFields } from '../records/columns';
import type { TableView } from '../records/view';
import { sampleOf, sampleValues } from './samples';

/** One request that does what the screen does. */
export interface ApiRequest {
  key: string;
  /** Key of its text. */
  title: string;
  method: 'GET' | 'POST';
  action: string;
  params: Params;
  body?: unknown;
  /** It deletes. */
  isDestructive?: boolean;
}

export interface RequestGroup {
  /** The relation that its requests are about; absent for the records themselves. */
  field?: FieldDefinition;
  requests: ApiRequest[];
}

/** @param filter The conditions of the view as the wire wants them. */
export function requestGroups(
  collection: CollectionDefinition,
  view: TableView,
  filter: Filter | undefined,
  key: RecordKey,
): RequestGroup[] {
  const relations = visibleFields(collection).filter(isRelation);
  return [
    { requests: recordRequests(collection, view, filter, key) },
    ...relations.map((field) => ({ field, requests: relationRequests(collection, field, key) })),
  ];
}

function recordRequests(
  collection: CollectionDefinition,
  view: TableView,
  filter: Filter | undefined,
  key: RecordKey,
): ApiRequest[] {
  const { name } = collection;
  const appends = visibleFields(collection).filter(isRelation).map((field) => field.name);
  const title = visibleFields(collection).find((field) => field.name === titleFieldOf(collection));
  return [
    { key: 'list', title: msg('List records'), method: 'GET', action: `${name}:list`, params: listParams(collection, view, filter) },
    { key: 'get', title: msg('Read one record'), method: 'GET', action: `${name}:get`, params: { filterByTk: key, appends } },
    {
      key: 'create',
      title: msg('Create a record'),
      method: 'POST',
      action: `${name}:create`,
      params: {},
      body: sampleValues(collection),
    },
    {
      key: 'update',
      title: msg('Change a record'),
      method: 'POST',
      action: `${name}:update`,
      params: { filterByTk: key },
      body: title ? { [title.name]: sampleOf(title) } : {},
    },
    {
      key: 'destroy',
      title: msg('Delete a record'),
      method: 'POST',
      action: `${name}:destroy`,
      params: { filterByTk: key },
      isDestructive: true,
    },
  ];
}

/** What the table asks for; chosen columns become the fields of the answer. */
function listParams(collection: CollectionDefinition, view: TableView, filter: Filter | undefined): Params {
  const shown = shownFields(collection, view.columns);
  const names = shown.filter((field) => !isRelation(field)).map((field) => field.name);
  return {
    page: view.page,
    pageSize: view.pageSize,
    sort: view.sort ? [view.sort] : undefined,
    filter,
    fields: view.columns ? [...new Set([keyFieldOf(collection), ...names])] : undefined,
    appends: shown.filter(isRelation).map((field) => field.name),
  };
}

function relationRequests(collection: CollectionDefinition, field: FieldDefinition, key: RecordKey): ApiRequest[] {
  const resource = `${collection.name}/${encodeURIComponent(String(key))}/${field.name}`;
  const of = (action: string) => ({ key: `${field.name}:${action}`, action: `${resource}:${action}` });
  const isReadOnly = field.uiSchema?.['x-read-pretty'] === true;
  if (!isToMany(field)) {
    const get: ApiRequest = { ...of('get'), title: msg('Read the related record'), method: 'GET', params: {} };
    const set: ApiRequest = { ...of('set'), title: msg('Link another record'), method: 'POST', params: {}, body: [1] };
    return isReadOnly ? [get] : [get, set];
  }
  return [
    { ...of('list'), title: msg('List the related records'), method: 'GET', params: { page: 1, pageSize: 20 } },
    { ...of('create'), title: msg('Create and link a record'), method: 'POST', params: {}, body: {} },
    { ...of('add'), title: msg('Link records'), method: 'POST', params: {}, body: [1, 2] },
    { ...of('remove'), title: msg('Unlink records'), method: 'POST', params: {}, body: [1] },
    { ...of('set'), title: msg('Link exactly these records'), method: 'POST', params: {}, body: [1, 2] },
  ];
}
