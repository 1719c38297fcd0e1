import { useAct, useNotices, useText } from '@pergola/plugin';
import { Switch, Table, Tag, useIsNarrow, type TableColumnsType } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { addressOf, flat, wayTo, type RouteNode } from '../model/routes';
import { routesKey } from '../queries';
import { kindTitle } from './kinds';
import styles from './menu.module.css';
import { RouteActions } from './RouteActions';

interface RouteTableProps {
  nodes: readonly RouteNode[];
  /** Nothing can be changed. */
  isFixed: boolean;
  onEdit: (node: RouteNode) => void;
  onDelete: (node: RouteNode) => void;
}

/** The table takes whatever has a list of children for something that can be opened. */
interface Row {
  key: string;
  node: RouteNode;
  children?: Row[];
}

const toRow = (node: RouteNode): Row =>
  node.children.length > 0 ? { key: node.key, node, children: node.children.map(toRow) } : { key: node.key, node };

/** The entries below each other: hidden and shown, moved among their neighbours, changed and deleted. */
export function RouteTable({ nodes, isFixed, onEdit, onDelete }: RouteTableProps) {
  const { t } = useTranslation();
  const text = useText();
  const notices = useNotices();
  const isNarrow = useIsNarrow();
  const titleOf = ({ route }: RouteNode) => text(route.title) || t('Without a name');
  const hide = useAct<{ node: RouteNode; hideInMenu: boolean; isUndo?: boolean }>({
    run: (api, { node, hideInMenu }) =>
      api.post('desktopRoutes:update', { hideInMenu }, { params: { filterByTk: node.route.id } }),
    touches: [routesKey],
    failed: t('The entry was not changed'),
    onDone: (_, { node, hideInMenu, isUndo }) => {
      const values = { title: titleOf(node) };
      notices.done(
        hideInMenu ? t('{title} is hidden', values) : t('{title} is in the menu', values),
        isUndo ? undefined : { label: t('Undo'), run: () => hide.mutate({ node, hideInMenu: !hideInMenu, isUndo: true }) },
      );
    },
  });
  const move = useAct<{ node: RouteNode; target: RouteNode; isAfter: boolean }>({
    run: (api, { node, target, isAfter }) => {
      const method = isAfter ? { method: 'insertAfter' } : {};
      const params = { sourceId: node.route.id, targetId: target.route.id, sortField: 'sort', ...method };
      return api.post('desktopRoutes:move', undefined, { params });
    },
    touches: [routesKey],
    failed: t('The entry was not moved'),
  });
  const mover = (node: RouteNode, step: 1 | -1) => {
    const beside = wayTo(nodes, node.key).at(-1)?.children ?? nodes;
    const target = beside[beside.indexOf(node) + step];
    return target && !move.isPending ? () => move.mutate({ node, target, isAfter: step > 0 }) : undefined;
  };

  const columns: TableColumnsType<Row> = [
    {
      title: t('Menu entry'),
      render: (_, { node }) => (
        <span className={styles['entry']}>
          {titleOf(node)}
          {addressOf(node.route) && <small>{addressOf(node.route)}</small>}
        </span>
      ),
    },
    {
      title: t('Kind'),
      width: 120,
      responsive: ['sm'],
      render: (_, { node }) => <Tag>{t(kindTitle(node.route.type))}</Tag>,
    },
    {
      title: t('In the menu'),
      width: isNarrow ? 84 : 130,
      render: (_, { node }) => (
        <Switch
          size="small"
          checked={!node.route.hideInMenu}
          disabled={isFixed || hide.isPending}
          aria-label={`${t('In the menu')}: ${titleOf(node)}`}
          onChange={(isShown) => hide.mutate({ node, hideInMenu: !isShown })}
        />
      ),
    },
    {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end',
      width: isNarrow ? 92 : 176,
      render: (_, { node }) => (
        <RouteActions
          title={titleOf(node)}
          isNarrow={isNarrow}
          isFixed={isFixed}
          onUp={mover(node, -1)}
          onDown={mover(node, 1)}
          onEdit={() => onEdit(node)}
          onDelete={() => onDelete(node)}
        />
      ),
    },
  ];
  return (
    <Table<Row>
      rowKey="key"
      size="middle"
      tableLayout="fixed"
      columns={columns}
      dataSource={nodes.map(toRow)}
      pagination={false}
      indentSize={isNarrow ? 12 : 24}
      expandable={{ defaultExpandedRowKeys: flat(nodes).map(({ key }) => key) }}
    />
  );
}
