import { dateOnlySettings, instantSettings, timeSettings } from './date';
import type { FieldSettings } from './fieldSettings';
import { formulaSettings } from './formula';
import { nanoidSettings } from './nanoid';
import { numberSettings, percentSettings } from './number';
import { sequenceSettings } from './sequence';
import { sortSettings } from './sort';
import { unixTimestampSettings } from './unixTimestamp';

const byKind: Readonly<Record<string, FieldSettings>> = {
  number: numberSettings,
  percent: percentSettings,
  datetime: instantSettings,
  datetimeNoTz: timeSettings,
  dateOnly: dateOnlySettings,
  unixTimestamp: unixTimestampSettings,
  nanoid: nanoidSettings,
  sort: sortSettings,
  formula: formulaSettings,
  sequence: sequenceSettings,
};

/** What can be set about fields of this kind besides what all have. */
export const settingsOf = (kind: string): FieldSettings | undefined => byKind[kind];
