import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import {
  Button,
  Card,
  DeleteIcon,
  Dropdown,
  EditIcon,
  EmptyState,
  FieldsIcon,
  IconButton,
  Input,
  Page,
  PlusIcon,
  SearchIcon,
  Table,
  TableIcon,
  Tag,
  type TableColumnsType,
} from '@pergola/ui';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCollections, visibleFields } from '../collectionsQuery';
import { CollectionDrawer } from '../components/CollectionDrawer';
import { DeleteCollection } from '../components/DeleteCollection';
import { LoadFailure } from '../components/LoadFailure';
import type { Template } from '../newCollection';
import { collectionsPath } from '../paths';
import styles from './tables.module.css';

export function CollectionsPage() {
  const { t } = useTranslation();
  const { collections, isPending, error, refetch } = useCollections();
  const [params, setParams] = useSearchParams();
  const [edited, setEdited] = useState<CollectionDefinition>();
  const [doomed, setDoomed] = useState<CollectionDefinition>();
  const search = params.get('search') ?? '';
  const create = params.get('create') as Template | null;
  const found = useFound(collections, search);
  const columns = useColumns(setEdited, setDoomed);

  useEffect(() => {
    document.title = `${t('Collections')} · Pergola`;
  }, [t]);

  const set = (name: string, value: string | null) =>
    setParams(
      (now) => {
        if (value) {
          now.set(name, value);
        } else {
          now.delete(name);
        }
        return now;
      },
      { replace: true },
    );

  const createButton = (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'general', label: t('General collection') },
          { key: 'tree', label: t('Tree collection') },
        ],
        onClick: ({ key }) => set('create', key),
      }}
    >
      <Button type="primary" icon={<PlusIcon />}>
        {t('Create collection')}
      </Button>
    </Dropdown>
  );

  if (error && collections.length === 0) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }

  return (
    <Page
      title={t('Collections')}
      about={t('The kinds of things you keep, each a table of the main database.')}
      actions={createButton}
    >
      <Input
        className={styles['search'] ?? ''}
        prefix={<SearchIcon />}
        allowClear
        placeholder={t('Search collections')}
        aria-label={t('Search collections')}
        value={search}
        onChange={(event) => set('search', event.target.value)}
      />
      <Card isFlush>
        {!isPending && found.length === 0 ? (
          <EmptyState title={search ? t('No collection has this name') : t('No collections yet')}>
            {search ? t('Search for another part of its title or name.') : t('Create one to begin keeping data.')}
          </EmptyState>
        ) : (
          <Table
            rowKey="name"
            size="middle"
            loading={isPending}
            columns={columns}
            dataSource={found}
            pagination={false}
            scroll={{ x: 'max-content' }}
          />
        )}
      </Card>
      <CollectionDrawer
        template={create}
        collection={edited}
        onClose={() => {
          set('create', null);
          setEdited(undefined);
        }}
      />
      {doomed && <DeleteCollection collection={doomed} onClose={() => setDoomed(undefined)} />}
    </Page>
  );
}

function useFound(collections: CollectionDefinition[], search: string): CollectionDefinition[] {
  const text = useText();
  return useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    return collections.filter((collection) =>
      [text(collection.title), collection.name].some((name) => name.toLocaleLowerCase().includes(wanted)),
    );
  }, [collections, search, text]);
}

function useColumns(
  onEdit: (collection: CollectionDefinition) => void,
  onDelete: (collection: CollectionDefinition) => void,
): TableColumnsType<CollectionDefinition> {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const fieldsPath = (collection: CollectionDefinition) => `${collectionsPath}/${collection.name}/fields`;
  return [
    {
      title: t('Title'),
      render: (_, collection) => (
        <Link to={fieldsPath(collection)}>{text(collection.title) || collection.name}</Link>
      ),
    },
    { title: t('Name'), render: (_, collection) => <code className={styles['code']}>{collection.name}</code> },
    {
      title: t('Kind'),
      render: (_, collection) => <Tag>{collection.template === 'tree' ? t('Tree') : t('General')}</Tag>,
    },
    { title: t('Fields'), align: 'end', render: (_, collection) => visibleFields(collection).length },
    {
      title: t('Description'),
      render: (_, collection) => <span className={styles['about']}>{collection.description || '–'}</span>,
    },
    {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end',
      width: 180,
      render: (_, collection) => {
        const title = text(collection.title) || collection.name;
        return (
          <span className={styles['actions']}>
            <IconButton
              icon={<TableIcon />}
              hint={t('Records')}
              label={t('Records of {title}', { title })}
              onClick={() => void navigate(`/admin/data/${collection.name}`)}
            />
            <IconButton
              icon={<FieldsIcon />}
              hint={t('Fields')}
              label={t('Fields of {title}', { title })}
              onClick={() => void navigate(fieldsPath(collection))}
            />
            <IconButton
              icon={<EditIcon />}
              hint={t('Edit')}
              label={t('Edit {title}', { title })}
              onClick={() => onEdit(collection)}
            />
            <IconButton
              icon={<DeleteIcon />}
              hint={t('Delete')}
              label={t('Delete {title}', { title })}
              onClick={() => onDelete(collection)}
            />
          </span>
        );
      },
    },
  ];
}
