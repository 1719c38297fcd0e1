import { useText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { addressOf, branchOf, treeOf, type RouteNode } from '../model/routes';
import { isSafeAddress } from '../model/address';
import { useOwnMenu } from '../queries';
import { MenuGroup } from './MenuGroup';
import { MenuLink } from './MenuLink';
import styles from './menu.module.css';

/** The groups and links that whoever is signed in sees; nothing while there are none. */
export function OwnMenu({ isFolded, onChoose }: { isFolded: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const nodes = openable(treeOf(useOwnMenu()));
  if (nodes.length === 0) {
    return null;
  }
  if (isFolded) {
    const links = nodes.flatMap(branchOf).filter(({ route }) => route.type === 'link');
    return (
      <ul className={styles['list']} aria-label={t('Links')}>
        {links.map((node) => (
          <li key={node.key}>
            <MenuLink route={node.route} title={text(node.route.title)} isFolded onChoose={onChoose} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      <h2 className={styles['title']}>{t('Links')}</h2>
      <MenuItems nodes={nodes} onChoose={onChoose} />
    </>
  );
}

/** One level of the menu. */
export function MenuItems({ nodes, onChoose }: { nodes: readonly RouteNode[]; onChoose: () => void }) {
  const text = useText();
  return (
    <ul className={styles['list']}>
      {nodes.map((node) => (
        <li key={node.key}>
          {node.route.type === 'group' ? (
            <MenuGroup node={node} onChoose={onChoose} />
          ) : (
            <MenuLink route={node.route} title={text(node.route.title)} onChoose={onChoose} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Links that lead somewhere, and the groups that have some. */
function openable(nodes: readonly RouteNode[]): RouteNode[] {
  return nodes
    .filter(({ route }) => !route.hideInMenu && !route.hidden)
    .map(({ route, key, children }) => ({ route, key, children: openable(children) }))
    .filter(({ route, children }) => (route.type === 'group' ? children.length > 0 : isSafeAddress(addressOf(route))));
}
