import { RequestFailure, type CollectionDefinition, type Envelope, type FieldDefinition, type RecordValues } from '@pergola/api';
import { isRelation, keyFieldOf, toWire } from '@pergola/fields';
import { useApi, useFailureText, useNotices } from '@pergola/plugin';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsKey } from '../useRecords';
import { isSameValue, type GridColumn } from './gridColumns';
import { patchRecord } from './lines';
import { useStable } from './useStable';

/** A value that was refused; it is kept for another try. */
export interface CellFailure {
  typed: unknown;
  /** What is wrong with the value; null when the value was not the reason, and a notice has told of it. */
  message: string | null;
}

export type RowFailures = Readonly<Record<string, CellFailure>>;

/** One cell while something of it is on its way. */
interface Sending {
  /** What the server has. */
  confirmed: unknown;
  latest: number;
  tail: Promise<unknown>;
}

const cellOf = (key: string, name: string) => `${name}/${key}`;

/**
 * Saves cells. The new value shows at once and gives way to the old one when it is refused. Values of one cell are sent
 * one after the other, so that the last one typed is the last one saved.
 */
export function useCellEdits(
  collection: CollectionDefinition,
  childrenField: string | null,
  isShown: (key: string) => boolean,
) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const describe = useFailureText();
  const queries = useQueryClient();
  const [failures, setFailures] = useState<ReadonlyMap<string, RowFailures>>(new Map());
  const sending = useRef(new Map<string, Sending>());
  const listKey = [...recordsKey(collection.name), 'list'];

  const patch = (key: string, change: RecordValues) =>
    queries.setQueriesData<Envelope<RecordValues[]>>({ queryKey: listKey }, (list) => {
      if (!Array.isArray(list?.data)) {
        return list;
      }
      const data = patchRecord(list.data, keyFieldOf(collection), childrenField, key, change);
      return data === list.data ? list : { ...list, data: data as RecordValues[] };
    });

  const note = (key: string, name: string, failure: CellFailure | null) =>
    setFailures((now) => {
      const { [name]: before, ...others } = now.get(key) ?? {};
      if (failure === null && before === undefined) {
        return now;
      }
      const next = new Map(now);
      const row = failure === null ? others : { ...others, [name]: failure };
      return Object.keys(row).length === 0 ? (next.delete(key), next) : next.set(key, row);
    });

  /** What the server made of the record, but for cells that are on their way themselves. */
  const settle = (key: string, field: FieldDefinition, value: unknown, answer: unknown) => {
    const [record = {}] = [answer].flat() as RecordValues[];
    const settled = Object.entries(record).filter(([name]) => !sending.current.has(cellOf(key, name)));
    const own = isRelation(field) ? value : (record[field.name] ?? value);
    patch(key, { ...Object.fromEntries(settled), [field.name]: own });
  };

  const send = async (key: string, field: FieldDefinition, value: unknown) => {
    const body = toWire({ [field.name]: value ?? null }, [field]);
    // The cell shows it already; whoever leaves the page now must not lose it.
    const options = { params: { filterByTk: key }, keepAlive: true };
    const { data } = await api.post<unknown>(`${collection.name}:update`, body, options);
    if (Array.isArray(data) && data.length === 0) {
      const message = t('You may not change this record, or it no longer exists.');
      throw new RequestFailure('refused', 403, [{ message }], null);
    }
    return data;
  };

  const fail = (key: string, column: GridColumn, typed: unknown, error: unknown) => {
    const isRefused = error instanceof RequestFailure && error.status === 400;
    note(key, column.field.name, { typed, message: isRefused ? describe(error) : null });
    if (!isRefused || !isShown(key)) {
      notices.failed(t('{title} was not saved', { title: column.title }), error);
    }
  };

  /** False when the value was refused. */
  const save = useStable(async (key: string, row: RecordValues, column: GridColumn, value: unknown) => {
    const { field } = column;
    note(key, field.name, null);
    if (isSameValue(field, row[field.name], value)) {
      return true;
    }
    const cell = cellOf(key, field.name);
    const state = sending.current.get(cell) ?? { confirmed: row[field.name], latest: 0, tail: Promise.resolve() };
    sending.current.set(cell, state);
    state.latest += 1;
    const turn = state.latest;
    patch(key, { [field.name]: value });

    const run = async () => {
      try {
        const answer = await send(key, field, value);
        state.confirmed = value;
        if (state.latest === turn) {
          sending.current.delete(cell);
          settle(key, field, value, answer);
        }
        // Other pages and other views are read again when somebody looks; this one stays as the person left it.
        void queries.invalidateQueries({ queryKey: ['records'], refetchType: field.treeParent ? 'active' : 'none' });
        return true;
      } catch (error) {
        // A newer value is on its way and will be told of by itself.
        if (state.latest === turn) {
          sending.current.delete(cell);
          patch(key, { [field.name]: state.confirmed });
          fail(key, column, value, error);
        }
        return state.latest !== turn;
      }
    };
    const outcome = state.tail.then(run);
    state.tail = outcome;
    return outcome;
  });

  const forget = useStable((key: string, name: string) => note(key, name, null));
  return { failures, save, forget };
}
