import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Card, EmptyState, Table, type TableColumnsType } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../pages/tables.module.css';
import { fieldsPath } from '../paths';
import { cardinalityOf, type DiagramRelation, type RelationEnd } from './relations';

interface RelationListProps {
  collections: CollectionDefinition[];
  relations: DiagramRelation[];
}

/** The same as the picture, in words. */
export function RelationList({ collections, relations }: RelationListProps) {
  const { t } = useTranslation();
  const text = useText();
  const byName = new Map(collections.map((collection) => [collection.name, collection]));

  const end = ({ collection, field }: RelationEnd) => {
    const owner = byName.get(collection);
    const definition = owner?.fields?.find((one) => one.name === field);
    return (
      <>
        <Link to={fieldsPath(collection)}>{text(owner?.title) || collection}</Link>
        <div className={styles['second']}>{text(definition?.uiSchema?.title) || field}</div>
      </>
    );
  };
  const columns: TableColumnsType<DiagramRelation> = [
    { title: t('From'), render: (_, relation) => end(relation.from) },
    { title: t('Relation'), render: (_, relation) => cardinalityOf(relation) },
    { title: t('To'), render: (_, relation) => end(relation.to) },
    {
      title: t('Through'),
      render: (_, { through }) => (through ? <code className={styles['code']}>{through}</code> : '–'),
    },
  ];

  return (
    <Card isFlush>
      {relations.length === 0 ? (
        <EmptyState title={t('No relations yet')}>
          {t('Add a field of a kind such as many to one to relate two collections.')}
        </EmptyState>
      ) : (
        <Table
          rowKey="id"
          size="middle"
          columns={columns}
          dataSource={relations}
          pagination={false}
          scroll={{ x: 'max-content' }}
        />
      )}
    </Card>
  );
}
