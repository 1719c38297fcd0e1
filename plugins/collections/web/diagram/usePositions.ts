import type { RecordKey } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from './layout';

interface StoredPosition extends Point {
  id?: RecordKey;
  collectionName: string;
}

const positionsKey = ['graphPositions'];
const none: StoredPosition[] = [];

/** Where people put the collections of the diagram; the same for everybody. */
export function usePositions() {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: positionsKey,
    queryFn: async ({ signal }) =>
      (await api.get<StoredPosition[]>('graphPositions:list', { params: { paginate: false }, signal })).data,
  });
  const stored = query.data ?? none;
  const failed = useCallback((error: unknown) => notices.failed(t('The places were not kept'), error), [notices, t]);
  const show = useCallback(
    (change: (now: StoredPosition[]) => StoredPosition[]) =>
      queries.setQueryData<StoredPosition[]>(positionsKey, (now) => change(now ?? [])),
    [queries],
  );

  const { mutate: keepOne } = useMutation({
    scope: { id: 'graphPositions' },
    mutationFn: (position: StoredPosition) =>
      api.post('graphPositions:updateOrCreate', position, { params: { filterKeys: ['collectionName'] } }),
    onError: failed,
  });
  const { mutate: forgetAll } = useMutation({
    scope: { id: 'graphPositions' },
    mutationFn: (names: string[]) =>
      api.post('graphPositions:destroy', undefined, { params: { filter: { collectionName: { $in: names } } } }),
    onError: failed,
  });
  const { mutate: keepMany } = useMutation({
    scope: { id: 'graphPositions' },
    mutationFn: (positions: StoredPosition[]) => api.post('graphPositions:create', positions),
    onError: failed,
  });

  const keep = useCallback(
    (collectionName: string, { x, y }: Point) => {
      const position = { collectionName, x: Math.round(x), y: Math.round(y) };
      show((now) => [...now.filter((one) => one.collectionName !== collectionName), position]);
      keepOne(position);
    },
    [show, keepOne],
  );

  /** Forgets where these collections were; the answer puts them back. */
  const forget = useCallback(
    (names: string[]) => {
      const gone = stored.filter((position) => names.includes(position.collectionName));
      const goneNames = gone.map((position) => position.collectionName);
      if (gone.length === 0) {
        return () => undefined;
      }
      show((now) => now.filter((position) => !goneNames.includes(position.collectionName)));
      forgetAll(goneNames);
      return () => {
        const back = gone.map(({ collectionName, x, y }) => ({ collectionName, x, y }));
        show((now) => [...now.filter((position) => !goneNames.includes(position.collectionName)), ...back]);
        // What was moved since is forgotten once more, so that no name is there twice.
        forgetAll(goneNames);
        keepMany(back);
      };
    },
    [stored, show, forgetAll, keepMany],
  );

  const kept = useMemo(
    () => new Map<string, Point>(stored.map(({ collectionName, x, y }) => [collectionName, { x, y }])),
    [stored],
  );
  return { kept, isPending: query.isPending, keep, forget };
}
