import { useText } from '@pergola/plugin';
import { Tag } from '@pergola/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { stateOf, type ListedPlugin } from '../model/plugin';
import styles from './details.module.css';

interface NeedsListProps {
  title: string;
  /** Said when there are none. */
  none: string;
  plugins: readonly ListedPlugin[];
  /** Names of what is needed and not there. */
  missing: readonly string[];
  onOpen: (plugin: ListedPlugin) => void;
}

/** Plugins on one side of another; each leads to its own details. */
export function NeedsList({ title, none, plugins, missing, onOpen }: NeedsListProps) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  return (
    <section>
      <h2 id={id} className={styles['heading']}>
        {title}
      </h2>
      {plugins.length + missing.length === 0 ? (
        <p className={styles['quiet']}>{none}</p>
      ) : (
        <ul className={styles['list']} aria-labelledby={id}>
          {plugins.map((plugin) => (
            <li key={plugin.name}>
              <button type="button" className={styles['name']} onClick={() => onOpen(plugin)}>
                {text(plugin.displayName)}
              </button>
              <Tag>{t(stateOf(plugin))}</Tag>
            </li>
          ))}
          {missing.map((name) => (
            <li key={name}>
              <span>{name}</span>
              <Tag color="error">{t('Missing')}</Tag>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
