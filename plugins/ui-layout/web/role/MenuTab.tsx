import type { Role } from '@pergola/api';
import { LoadFailure, mayOpen, useRights, useText } from '@pergola/plugin';
import { Alert, Button, Card, EmptyState, Skeleton } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isContent, treeOf } from '../model/routes';
import { arrangeSnippet, menuPath } from '../paths';
import { useLinked, useRoutes } from '../queries';
import { NewEntriesSwitch } from './NewEntriesSwitch';
import { VisibleTree } from './VisibleTree';
import styles from './role.module.css';
import { useVisible } from './useVisible';

const root = 'root';

/** Which entries of the menu a role sees. */
export function MenuTab({ role }: { role: Role }) {
  const { t } = useTranslation();
  return role.name === root ? (
    <Alert type="info" showIcon title={t('This role sees the whole menu')} />
  ) : (
    <MenuOfRole role={role} />
  );
}

function MenuOfRole({ role }: { role: Role }) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const rights = useRights();
  const { routes, isPending, error, refetch } = useRoutes();
  const { data: linked, error: linkError, refetch: readLinks } = useLinked(role.name);
  const nodes = treeOf(routes.filter((route) => !isContent(route)));
  const change = useVisible(role.name);
  const failure = (isPending ? null : error && routes.length === 0 && error) || (linked ? null : linkError);
  const reload = () => {
    void refetch();
    void readLinks();
  };

  return (
    <div className={styles['stack']}>
      <Card>
        <NewEntriesSwitch role={role} />
      </Card>
      <Card>
        {failure ? (
          <LoadFailure error={failure} onRetry={reload} />
        ) : isPending || !linked ? (
          <Skeleton active />
        ) : nodes.length === 0 ? (
          <EmptyState
            title={t('The menu has no entries yet')}
            action={
              mayOpen(rights, arrangeSnippet) && (
                <Button onClick={() => void navigate(menuPath)}>{t('Arrange the menu')}</Button>
              )
            }
          >
            {t('Once there are some, you choose here which of them this role sees.')}
          </EmptyState>
        ) : (
          <VisibleTree
            nodes={nodes}
            linked={linked}
            titleOf={(node) => text(node.route.title) || t('Without a name')}
            onChange={change}
          />
        )}
      </Card>
    </div>
  );
}
