import type { CollectionDefinition } from '@pergola/api';
import { msg, useText } from '@pergola/plugin';
import { KeyIcon, SwapIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './RelationPicture.module.css';

interface RelationPictureNames {
  title: string;
  name: string;
  foreignKey: string;
  otherKey: string;
  through: string;
  reverseTitle: string;
  /** Empty when there is no field at the other side. */
  reverseName: string;
}

interface RelationPictureProps {
  collection: CollectionDefinition;
  /** `m2o`, `o2m`, `m2m`, `oho` or `obo`. */
  kind: string;
  target: CollectionDefinition | undefined;
  names: RelationPictureNames;
}

const sentences: Readonly<Record<string, string>> = {
  m2o: msg('A record of {here} has one of {there}; one of {there} can have many of {here}.'),
  o2m: msg('A record of {here} can have many of {there}; each of {there} has one of {here}.'),
  m2m: msg('A record of {here} can have many of {there}, and the other way round.'),
  oho: msg('A record of {here} has at most one of {there}, which keeps the key.'),
  obo: msg('A record of {here} has at most one of {there}, and keeps the key.'),
};

/** Both sides as they will be, with the names that are made. */
export function RelationPicture({ collection, kind, target, names }: RelationPictureProps) {
  const { t } = useTranslation();
  const text = useText();
  const here = text(collection.title) || collection.name;
  const there = target ? text(target.title) || target.name : t('Related collection');
  const isBetweenMany = kind === 'm2m';
  const isKeyHere = kind === 'm2o' || kind === 'obo';
  const isManyHere = kind === 'm2o' || isBetweenMany;
  const isManyThere = kind === 'o2m' || isBetweenMany;

  return (
    <figure className={styles['picture']} aria-label={t('Both sides of the relation')}>
      <Side title={here} field={names.title} name={names.name} foreignKey={isKeyHere ? names.foreignKey : ''} />
      <div className={styles['middle']}>
        <span>{isManyHere ? '∞' : '1'}</span>
        <SwapIcon />
        <span>{isManyThere ? '∞' : '1'}</span>
        {isBetweenMany && (
          <div className={styles['through']}>
            <code>{names.through}</code>
            <Key name={names.foreignKey} />
            <Key name={names.otherKey} />
          </div>
        )}
      </div>
      <Side
        title={there}
        field={names.reverseTitle}
        name={names.reverseName}
        foreignKey={isKeyHere || isBetweenMany ? '' : names.foreignKey}
      />
      <figcaption>{t(sentences[kind] ?? '', { here, there })}</figcaption>
    </figure>
  );
}

function Side({ title, field, name, foreignKey }: { title: string; field: string; name: string; foreignKey: string }) {
  return (
    <div className={styles['side']}>
      <strong>{title}</strong>
      {name ? (
        <span>
          {field || '–'} <code>{name}</code>
        </span>
      ) : (
        <span>–</span>
      )}
      {foreignKey && <Key name={foreignKey} />}
    </div>
  );
}

const Key = ({ name }: { name: string }) => (
  <span className={styles['key']}>
    <KeyIcon /> <code>{name}</code>
  </span>
);
