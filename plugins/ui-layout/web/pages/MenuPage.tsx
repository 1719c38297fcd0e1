import { LoadFailure, mayOpen, usePageTitle, useRights } from '@pergola/plugin';
import { Alert, Button, Card, EmptyState, Page, PlusIcon, Skeleton } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteRoute } from '../edit/DeleteRoute';
import { RouteDrawer } from '../edit/RouteDrawer';
import { isContent, treeOf, type RouteNode } from '../model/routes';
import { arrangeSnippet } from '../paths';
import { useRoutes } from '../queries';
import { RouteTable } from './RouteTable';

/** The menu as everybody has it, to be arranged; what of it somebody sees is said by their roles. */
export function MenuPage() {
  const { t } = useTranslation();
  const { routes, isPending, error, refetch } = useRoutes();
  const canArrange = mayOpen(useRights(), arrangeSnippet);
  const [edited, setEdited] = useState<RouteNode | 'new'>();
  const [deleted, setDeleted] = useState<RouteNode>();
  usePageTitle(t('Menu'));
  if (error && routes.length === 0) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  const nodes = treeOf(routes.filter((route) => !isContent(route)));
  const add = (
    <Button type="primary" icon={<PlusIcon />} disabled={!canArrange} onClick={() => setEdited('new')}>
      {t('Add entry')}
    </Button>
  );
  return (
    <Page
      title={t('Menu')}
      about={t('The groups and links on the left. Which of them somebody sees is said by their roles.')}
      actions={nodes.length > 0 && add}
    >
      {!canArrange && !isPending && (
        <Alert type="info" showIcon title={t('You may see the menu, and not change it')} />
      )}
      <Card isFlush>
        {isPending ? (
          <Skeleton active />
        ) : nodes.length === 0 ? (
          <EmptyState title={t('The menu has no entries yet')} action={add}>
            {t('Add links to what people need every day, and groups that keep them together.')}
          </EmptyState>
        ) : (
          <RouteTable nodes={nodes} isFixed={!canArrange} onEdit={setEdited} onDelete={setDeleted} />
        )}
      </Card>
      {edited && (
        <RouteDrawer
          nodes={nodes}
          {...(edited !== 'new' && { node: edited })}
          onClose={() => setEdited(undefined)}
        />
      )}
      {deleted && <DeleteRoute node={deleted} onClose={() => setDeleted(undefined)} />}
    </Page>
  );
}
