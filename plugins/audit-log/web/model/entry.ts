import type { RecordKey } from '@pergola/api';

/** One thing that somebody did or tried to do, as the server has it. */
export interface Entry {
  id: RecordKey;
  at: string;
  userId: RecordKey | null;
  userName: string | null;
  account: string | null;
  role: string | null;
  apiKey: string | null;
  action: string;
  resource: string;
  collection: string | null;
  sourceKey: string | null;
  recordKey: string | null;
  recordKeys: string[] | null;
  recordCount: number;
  status: number;
  duration: number;
  requestId: string;
  address: string | null;
  userAgent: string | null;
}

/** What a change did to one field. */
export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
  /** Only the beginning is kept. */
  cut?: boolean;
  /** The value is not kept. */
  secret?: boolean;
  added?: unknown[];
  removed?: unknown[];
}

export interface RecordChange {
  id: RecordKey;
  collection: string;
  recordKey: string | null;
  kind: 'create' | 'update' | 'destroy';
  fields: FieldChange[];
}

export type Outcome = 'done' | 'refused' | 'failed';

const refusals = new Set([401, 403, 429]);

export function outcomeOf({ status }: Pick<Entry, 'status'>): Outcome {
  return status < 400 ? 'done' : refusals.has(status) ? 'refused' : 'failed';
}
