import { DeleteDialog, useAct, useText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { branchOf, type RouteNode } from '../model/routes';
import { routesKey } from '../queries';

/** Asks before an entry goes, with all below it. */
export function DeleteRoute({ node, onClose }: { node: RouteNode; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const title = text(node.route.title) || t('Without a name');
  const below = branchOf(node).slice(1);
  const hasPages = branchOf(node).some(({ route }) => route.type === 'page' || route.type === 'flowPage');
  const remove = useAct<void>({
    run: (api) => api.post('desktopRoutes:destroy', undefined, { params: { filterByTk: node.route.id } }),
    touches: [routesKey],
    failed: t('The entry was not deleted'),
    done: t('{title} is deleted', { title }),
    onDone: onClose,
  });
  return (
    <DeleteDialog
      title={t('Delete {title}?', { title })}
      isBusy={remove.isPending}
      onDelete={() => remove.mutate()}
      onClose={onClose}
    >
      {below.length > 0 && <p>{t('Entries below it that go too: {count}', { count: below.length })}</p>}
      <p>
        {hasPages
          ? t('Pages go with everything that was built on them. This cannot be undone.')
          : t('It disappears from the menu of everybody. This cannot be undone.')}
      </p>
    </DeleteDialog>
  );
}
