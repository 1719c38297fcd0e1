import { useFailureText, useText } from '@pergola/plugin';
import { Alert, Button, Switch, Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { factsOf, fixedReasons, originTitles, stateOf, type ListedPlugin } from '../model/plugin';
import styles from './list.module.css';

interface PluginCardProps {
  plugin: ListedPlugin;
  /** Something is being done to it. */
  isBusy: boolean;
  /** Something is being done to another one. */
  isWaiting: boolean;
  failure: unknown;
  onSwitch: (isOn: boolean) => void;
  onOpen: () => void;
  onForget: () => void;
}

/** One plugin, with its switch where it has one, and with what went wrong. */
export function PluginCard({ plugin, isBusy, isWaiting, failure, onSwitch, onOpen, onForget }: PluginCardProps) {
  const { t } = useTranslation();
  const text = useText();
  const describe = useFailureText();
  const { presence, origin, error, deprecated } = factsOf(plugin);
  const title = text(plugin.displayName);
  return (
    <li className={styles['card']} aria-busy={isBusy}>
      <div className={styles['head']}>
        <div>
          <h3>{title}</h3>
          {plugin.version && <span className={styles['version']}>{plugin.version}</span>}
        </div>
        {presence === 'switchable' && (
          <Switch
            checked={plugin.enabled}
            loading={isBusy}
            disabled={isWaiting}
            aria-label={title}
            onChange={onSwitch}
          />
        )}
      </div>
      <p className={styles['about']}>{text(plugin.description)}</p>
      {presence !== 'switchable' && <p className={styles['why']}>{t(fixedReasons[presence])}</p>}
      {error && <Alert type="error" className={styles['error'] ?? ''} title={t('It cannot be loaded')} description={error} />}
      {failure !== undefined && (
        <Alert
          type="error"
          className={styles['error'] ?? ''}
          title={describe(failure)}
          closable={{ 'aria-label': t('Close'), onClose: onForget }}
        />
      )}
      <div className={styles['foot']}>
        <span className={styles['tags']}>
          {presence === 'switchable' && <Tag>{t(stateOf(plugin))}</Tag>}
          {origin !== 'built-in' && origin !== 'none' && <Tag>{t(originTitles[origin])}</Tag>}
          {deprecated && <Tag>{t('Being phased out')}</Tag>}
        </span>
        <Button size="small" type="text" aria-label={t('Details of {name}', { name: title })} onClick={onOpen}>
          {t('Details')}
        </Button>
      </div>
    </li>
  );
}
