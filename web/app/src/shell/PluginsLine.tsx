import { useApi } from '@pergola/plugin';
import { Button } from '@pergola/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadedContext, type EnabledPlugin } from '../loaded';
import { plugins as builtIn } from '../plugins';
import styles from './PluginsLine.module.css';

/** Says that the page is not what the plugins are by now. Loading it again is left to the reader, who may be typing. */
export function PluginsLine() {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const { enabled, failed } = useContext(LoadedContext);
  const { data } = useQuery({
    queryKey: ['pm:listEnabledV2'],
    staleTime: Number.POSITIVE_INFINITY,
    ...(enabled && { initialData: enabled }),
    queryFn: async ({ signal }) => (await api.get<readonly EnabledPlugin[]>('pm:listEnabledV2', { signal })).data,
  });

  // Whatever is shown may have come from a plugin that is another now.
  useEffect(
    () =>
      api.socket.subscribe(({ type, payload }) => {
        if (type === 'maintaining' && (payload as { code?: unknown } | undefined)?.code === 'APP_RUNNING') {
          void queries.invalidateQueries();
        }
      }),
    [api, queries],
  );

  const hasChanged = enabled !== null && data !== undefined && webPartsOf(data) !== webPartsOf(enabled);
  const text = hasChanged
    ? t('Plugins have changed. Load the page again to use them.')
    : failed.length > 0
      ? t('The web part of {names} could not be loaded. Everything else works.', { names: failed.join(', ') })
      : null;
  return (
    <div role="status">
      {text !== null && (
        <p className={styles['line']}>
          <span>{text}</span>
          <Button size="small" onClick={() => window.location.reload()}>
            {t('Load again')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** What of the plugins a browser has to do with. */
const webPartsOf = (enabled: readonly EnabledPlugin[]): string =>
  enabled
    .filter(({ name, module }) => module !== undefined || builtIn.some((plugin) => plugin.name === name))
    .map(({ name, module }) => `${name} ${module ?? ''}`)
    .toSorted()
    .join('\n');
