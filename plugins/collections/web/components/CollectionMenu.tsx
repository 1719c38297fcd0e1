import { useText } from '@pergola/plugin';
import { TableIcon, Tooltip } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { isSystem, useOpenCollections } from '../collectionsQuery';
import styles from './CollectionMenu.module.css';

export function CollectionMenu({ isFolded, onChoose }: { isFolded: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const { collections: all } = useOpenCollections();
  const collections = all.filter((collection) => !isSystem(collection));
  if (collections.length === 0) {
    return null;
  }

  return (
    <>
      {!isFolded && <h2 className={styles['title']}>{t('Data')}</h2>}
      <ul className={styles['list']}>
        {collections.map((collection) => {
          const title = text(collection.title) || collection.name;
          return (
            <li key={collection.name}>
              <Tooltip title={isFolded ? title : undefined} placement="right">
                <NavLink
                  to={`/admin/data/${collection.name}`}
                  className={styles['link'] ?? ''}
                  onClick={onChoose}
                  aria-label={title}
                >
                  <TableIcon />
                  {!isFolded && <span>{title}</span>}
                </NavLink>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </>
  );
}
