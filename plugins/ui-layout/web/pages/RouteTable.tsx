import { useAct, useNotices, useText } from '@pergola/plugin';
import { DeleteIcon, EditIcon, IconButton, SortDownIcon, SortUpIcon, Switch, Table, Tag, type TableColumnsType } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { addressOf, flat, wayTo, type RouteNode } from '../model/routes';
import { routesKey } from '../queries';
import { kindTitle } from './kinds';
import styles from './menu.module.css';

interface RouteTableProps {
  nodes: readonly RouteNode[];
  /** Nothing can be changed. */
  isFixed: boolean;
  onEdit: (node: RouteNode) => void;
  onDelete: (node: RouteNode) => void;
}

/** The entries below each other: hidden and shown, moved among their neighbours, changed and deleted. */
export function RouteTable({ nodes, isFixed, onEdit, onDelete }: RouteTableProps) {
  const { t } = useTranslation();
  const text = useText();
  const notices = useNotices();
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
  const neighbours = (node: RouteNode) => wayTo(nodes, node.key).at(-1)?.children ?? nodes;
  const mover = (node: RouteNode, step: 1 | -1) => {
    const beside = neighbours(node);
    const target = beside[beside.indexOf(node) + step];
    return (
      <IconButton
        icon={step < 0 ? <SortUpIcon /> : <SortDownIcon />}
        hint={step < 0 ? t('Move up') : t('Move down')}
        label={`${step < 0 ? t('Move up') : t('Move down')}: ${titleOf(node)}`}
        isDisabled={isFixed || move.isPending || !target}
        onClick={() => target && move.mutate({ node, target, isAfter: step > 0 })}
      />
    );
  };

  const columns: TableColumnsType<RouteNode> = [
    {
      title: t('Menu entry'),
      render: (_, node) => (
        <span className={styles['entry']}>
          {titleOf(node)}
          {addressOf(node.route) && <small>{addressOf(node.route)}</small>}
        </span>
      ),
    },
    { title: t('Kind'), width: 110, responsive: ['sm'], render: (_, node) => <Tag>{t(kindTitle(node.route.type))}</Tag> },
    {
      title: t('In the menu'),
      width: 110,
      render: (_, node) => (
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
      width: 176,
      render: (_, node) => (
        <span className={styles['actions']}>
          {mover(node, -1)}
          {mover(node, 1)}
          <IconButton
            icon={<EditIcon />}
            hint={t('Edit')}
            label={`${t('Edit')}: ${titleOf(node)}`}
            isDisabled={isFixed}
            onClick={() => onEdit(node)}
          />
          <IconButton
            icon={<DeleteIcon />}
            hint={t('Delete')}
            label={`${t('Delete')}: ${titleOf(node)}`}
            isDisabled={isFixed}
            onClick={() => onDelete(node)}
          />
        </span>
      ),
    },
  ];
  return (
    <Table<RouteNode>
      rowKey="key"
      size="middle"
      columns={columns}
      dataSource={nodes}
      pagination={false}
      scroll={{ x: 'max-content' }}
      expandable={{ defaultExpandedRowKeys: flat(nodes).map(({ key }) => key), rowExpandable: (node) => node.children.length > 0 }}
    />
  );
}
