// A module as the browser runs it: no build step. What it imports is shared with the product, so there is one React.
import { createElement as h, useCallback, useEffect, useState } from 'react';
import { defineWebPlugin, LoadFailure, msg, useApi, useNotices, usePageTitle, useText } from '@pergola/plugin';
import { Button, Card, EmptyState, Page, PeopleIcon, Skeleton, Table } from '@pergola/ui';

const page = '/admin/settings/visitors';

/** Shows a text in the reader's language, from the files in `locales/`. */
function useT() {
  const text = useText();
  return useCallback((key) => text(`{{t("${key}")}}`), [text]);
}

/** Who is in the house: undefined until it is known. */
function usePresent() {
  const api = useApi();
  const [state, setState] = useState({ visitors: undefined, error: undefined });
  const load = useCallback(
    async (signal) => {
      const params = { filter: { leftAt: { $empty: true } }, sort: ['name'], paginate: false };
      try {
        const { data } = await api.get('visitors:list', { params, signal });
        setState({ visitors: data, error: undefined });
      } catch (error) {
        if (!signal?.aborted) {
          setState((before) => ({ ...before, error }));
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
  return { ...state, reload: () => load() };
}

function VisitorsPage() {
  const t = useT();
  const api = useApi();
  const notices = useNotices();
  const { visitors, error, reload } = usePresent();
  const [leaving, setLeaving] = useState();
  usePageTitle(t('Visitors'));

  const signOut = async (visitor) => {
    setLeaving(visitor.id);
    try {
      await api.post('visitors:signOut', { badge: visitor.badge });
      await reload();
    } catch (failure) {
      notices.failed(t('The visitor could not be signed out'), failure);
    } finally {
      setLeaving(undefined);
    }
  };

  const columns = [
    { dataIndex: 'name', title: t('Name') },
    { dataIndex: 'company', title: t('Company') },
    { dataIndex: 'badge', title: t('Badge') },
    {
      key: 'act',
      align: 'end',
      render: (_, visitor) =>
        h(Button, { loading: leaving === visitor.id, onClick: () => signOut(visitor) }, t('Sign out')),
    },
  ];

  const body = () => {
    if (error) {
      return h(LoadFailure, { error, onRetry: reload });
    }
    if (!visitors) {
      return h(Skeleton, { active: true });
    }
    return visitors.length === 0
      ? h(
          EmptyState,
          { title: t('Nobody is in the house') },
          t('Whoever is entered as a visitor stands here until they leave.'),
        )
      : h(Card, { isFlush: true }, h(Table, { columns, dataSource: visitors, rowKey: 'id', pagination: false }));
  };

  return h(Page, { title: t('Visitors'), about: t('Who is in the house, and whom they visit.') }, body());
}

export default defineWebPlugin({
  name: 'visitors',
  menu: [{ title: msg('Visitors'), path: page, area: 'settings', icon: PeopleIcon, snippet: 'pm.visitors' }],
  routes: [{ path: 'settings/visitors', area: 'admin', load: async () => VisitorsPage }],
});
