import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { convertRows, fillableFields, mappingByPlace, mappingOfHead, titlesWanted, type Mapping } from './pastedRows';
import { useRelatedTitles } from './useRelatedTitles';

/** What becomes of cells that do not convert: their row is created without them, or not at all. */
export type Mending = 'empty' | 'skip';

export type PastedRows = ReturnType<typeof usePastedRows>;

/** The rows of a pasted table as records, by a mapping that people can change. */
export function usePastedRows(collection: CollectionDefinition, shown: readonly string[], table: string[][]) {
  const { i18n } = useTranslation();
  const text = useText();
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const [headed, setHeaded] = useState<boolean | null>(null);
  const [mending, setMending] = useState<Mending>('empty');
  const fields = useMemo(() => fillableFields(collection), [collection]);
  const named = useMemo(() => mappingOfHead(table[0] ?? [], fields, text), [table, fields, text]);
  const hasHead = headed ?? named !== null;
  const mapping = useMemo(
    () => chosen ?? (hasHead && named ? named : mappingByPlace(table[0]?.length ?? 0, fields, shown)),
    [chosen, hasHead, named, table, fields, shown],
  );
  const body = useMemo(() => (hasHead ? table.slice(1) : table), [hasHead, table]);
  const wanted = useMemo(() => titlesWanted(body, mapping, fields), [body, mapping, fields]);
  const { related, isPending, error, refetch } = useRelatedTitles(collection, wanted);
  const language = i18n.language;
  const rows = useMemo(
    () => convertRows(body, hasHead ? 2 : 1, mapping, fields, { language, text, related }),
    [body, hasHead, mapping, fields, language, text, related],
  );
  const ready = useMemo(
    () => rows.filter((row) => !row.isHopeless && (mending === 'empty' || row.problems.size === 0)),
    [rows, mending],
  );

  return {
    fields,
    table,
    mapping,
    rows,
    ready,
    hasHead,
    mending,
    isPending,
    error,
    retry: () => void refetch(),
    setMending,
    /** The columns go where the titles say, or where they stand, again. */
    setHasHead: (isHead: boolean) => {
      setHeaded(isHead);
      setChosen(null);
    },
    /** A field takes one column; the one that had it before is left out. */
    map: (column: number, field: string | null) =>
      setChosen(mapping.map((name, at) => (at === column ? field : name === field ? null : name))),
  };
}
