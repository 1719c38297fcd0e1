import { Checkbox, EmptyState, Input, SearchIcon, Tag, Tree, type TreeItem } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, flat, type RouteNode } from '../model/routes';
import { matching, seen, toHide, toShow, visibilityOf } from '../model/visible';
import { kindTitle } from '../pages/kinds';
import styles from './role.module.css';
import type { VisibleChange } from './useVisible';

interface VisibleTreeProps {
  nodes: readonly RouteNode[];
  linked: ReadonlySet<string>;
  titleOf: (node: RouteNode) => string;
  onChange: (change: VisibleChange) => void;
}

interface Row extends TreeItem {
  node: RouteNode;
}

const checked = { all: true, some: 'mixed', none: false } as const;

/** The menu with a tick at what a role sees; a group is ticked as a whole. */
export function VisibleTree({ nodes, linked, titleOf, onChange }: VisibleTreeProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const visible = seen(nodes, linked);
  const rows = rowsOf(nodes, matching(nodes, search, titleOf), (key) => search !== '' || !closed.has(key));
  const turn = (key: string, isOpen: boolean) =>
    setClosed(new Set(isOpen ? [...closed].filter((one) => one !== key) : [...closed, key]));
  const choose = (key: string) => {
    const node = flat(nodes).find((one) => one.key === key);
    if (node) {
      const isShown = visibilityOf(node, visible) !== 'all';
      const keys = isShown ? toShow(nodes, node, linked) : toHide(nodes, node, linked);
      onChange({ keys, isShown, title: titleOf(node) });
    }
  };

  return (
    <div className={styles['stack']}>
      <Input
        prefix={<SearchIcon />}
        allowClear
        className={styles['search'] ?? ''}
        placeholder={t('Search the menu')}
        aria-label={t('Search the menu')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Tree
        label={t('Visible entries of the menu')}
        items={rows}
        indent={24}
        tickOf={({ node }) => checked[visibilityOf(node, visible)]}
        onChoose={choose}
        onTurn={turn}
      >
        {({ node }) => (
          <>
            <span aria-hidden className={styles['tick']}>
              <Checkbox
                checked={visibilityOf(node, visible) === 'all'}
                indeterminate={visibilityOf(node, visible) === 'some'}
                tabIndex={-1}
              />
            </span>
            <span className={styles['name']}>
              {titleOf(node)}
              {addressOf(node.route) && <small>{addressOf(node.route)}</small>}
            </span>
            <span className={styles['kind']}>
              <Tag>{t(kindTitle(node.route.type))}</Tag>
            </span>
          </>
        )}
      </Tree>
      {rows.length === 0 && (
        <EmptyState title={t('No entry has this name')}>{t('Search for another part of it.')}</EmptyState>
      )}
      <p className={styles['quiet']}>{t('Changes here are saved at once.')}</p>
    </div>
  );
}

function rowsOf(nodes: readonly RouteNode[], shown: ReadonlySet<string>, isOpen: (key: string) => boolean, level = 1): Row[] {
  return nodes
    .filter(({ key }) => shown.has(key))
    .flatMap((node) => {
      const isParent = node.children.some(({ key }) => shown.has(key));
      const row = { key: node.key, level, isParent, isOpen: isParent && isOpen(node.key), node };
      return [row].concat(row.isOpen ? rowsOf(node.children, shown, isOpen, level + 1) : []);
    });
}
