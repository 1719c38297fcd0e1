// A module as the browser runs it: no build step. What it imports is shared with the product, so there is one React.
import { createElement as h, useCallback, useEffect, useState } from 'react';
import { defineWebPlugin, LoadFailure, msg, useApi, usePageTitle, useText } from '@pergola/plugin';
import { TableIcon, Card, Page, Skeleton } from '@pergola/ui';

/** Shows a text in the reader's language, from the files in `locales/`. */
function useT() {
  const text = useText();
  return useCallback((key) => text(`{{t("${key}")}}`), [text]);
}

function SampleTypePage() {
  const t = useT();
  const api = useApi();
  const [state, setState] = useState({ count: undefined, error: undefined });
  usePageTitle(t('SampleType'));
  const load = useCallback(
    async (signal) => {
      try {
        const { data } = await api.get('sample_entries:countOpen', { signal });
        setState({ count: data, error: undefined });
      } catch (error) {
        if (!signal?.aborted) {
          setState({ count: undefined, error });
        }
      }
    },
    [api],
  );
  useEffect(() => {
    const leaving = new AbortController();
    void load(leaving.signal);
    return () => leaving.abort();
  }, [load]);

  const body = () => {
    if (state.error) {
      return h(LoadFailure, { error: state.error, onRetry: () => load() });
    }
    return state.count === undefined
      ? h(Skeleton, { active: true })
      : h(Card, null, h('p', null, `${t('Open entries')}: ${state.count}`));
  };

  return h(Page, { title: t('SampleType') }, body());
}

export default defineWebPlugin({
  name: 'sample-plugin',
  menu: [
    {
      title: msg('SampleType'),
      path: '/admin/settings/sample-plugin',
      area: 'settings',
      icon: TableIcon,
      snippet: 'pm.sample-plugin',
    },
  ],
  routes: [{ path: 'settings/sample-plugin', area: 'admin', load: async () => SampleTypePage }],
});
