import type { CollectionDefinition } from '@pergola/api';
import { visibleFields } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Tag, useIsNarrow, type TableColumnsType } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { categoryKey } from '../categories/categoriesQuery';
import { CategoryDot } from '../categories/CategoryDot';
import { isSystem } from '../collectionsQuery';
import styles from '../pages/tables.module.css';
import { fieldsPath } from '../paths';
import { CollectionActions } from './CollectionActions';

type Act = (collection: CollectionDefinition) => void;

/** The columns of the list; on a phone only its title, with the name below, and a menu. */
export function useCollectionColumns(onEdit: Act, onDelete: Act): TableColumnsType<CollectionDefinition> {
  const { t } = useTranslation();
  const text = useText();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const actions = {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end' as const,
      // In reach also where the columns do not all have room.
      fixed: 'end' as const,
      width: isNarrow ? 60 : 210,
      render: (_: unknown, collection: CollectionDefinition) => (
        <CollectionActions
          collection={collection}
          title={text(collection.title) || collection.name}
          isNarrow={isNarrow}
          onEdit={onEdit}
          onDelete={onDelete}
        />
      ),
    };
    const name = (collection: CollectionDefinition) => <code className={styles['code']}>{collection.name}</code>;
    const title = {
      title: t('Title'),
      render: (_: unknown, collection: CollectionDefinition) => (
        <>
          <Link to={fieldsPath(collection.name)}>{text(collection.title) || collection.name}</Link>
          {isNarrow && <div>{name(collection)}</div>}
        </>
      ),
    };
    if (isNarrow) {
      return [title, actions];
    }
    return [
      title,
      { title: t('Name'), render: (_, collection) => name(collection) },
      { title: t('Kind'), render: (_, collection) => <KindTags collection={collection} /> },
      { title: t('Fields'), align: 'end', render: (_, collection) => visibleFields(collection).length },
      {
        title: t('Categories'),
        render: (_, collection) =>
          collection.category?.length ? (
            <span className={styles['categories']}>
              {collection.category.map((category) => (
                <span key={categoryKey(category)}>
                  <CategoryDot color={category.color} /> {category.name}
                </span>
              ))}
            </span>
          ) : (
            <span className={styles['quiet']}>–</span>
          ),
      },
      {
        title: t('Description'),
        render: (_, collection) => (
          <span className={styles['about']} title={text(collection.description)}>
            {text(collection.description) || '–'}
          </span>
        ),
      },
      actions,
    ];
  }, [t, text, isNarrow, onEdit, onDelete]);
}

function KindTags({ collection }: { collection: CollectionDefinition }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag>{collection.template === 'tree' ? t('Tree') : t('General')}</Tag>
      {isSystem(collection) && <Tag>{t('System')}</Tag>}
    </>
  );
}
