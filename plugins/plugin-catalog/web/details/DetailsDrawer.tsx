import { useFailureText, useReturnFocus, useText } from '@pergola/plugin';
import { Alert, Button, Drawer } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { missingOf, neededBy, needsOf } from '../model/graph';
import { factsOf, fixedReasons, homepageOf, originTitles, type ListedPlugin } from '../model/plugin';
import styles from './details.module.css';
import { HashText } from './HashText';
import { NeedsList } from './NeedsList';

interface DetailsDrawerProps {
  plugin: ListedPlugin;
  plugins: readonly ListedPlugin[];
  isBusy: boolean;
  failure: unknown;
  onOpen: (plugin: ListedPlugin) => void;
  onUpdate: () => void;
  onRemove: () => void;
  onClose: () => void;
}

const none: readonly string[] = [];

/** All there is to say of one plugin. */
export function DetailsDrawer(props: DetailsDrawerProps) {
  const { plugin, plugins, isBusy, failure, onOpen, onUpdate, onRemove, onClose } = props;
  const { t } = useTranslation();
  const text = useText();
  const describe = useFailureText();
  useReturnFocus();
  const { presence, origin, authors, hash, error } = factsOf(plugin);
  const homepage = homepageOf(plugin);
  return (
    <Drawer
      open
      size={480}
      title={text(plugin.displayName)}
      onClose={onClose}
      footer={
        plugin.removable && (
          <div className={styles['acts']}>
            <Button disabled={isBusy} onClick={onUpdate}>
              {t('Update')}
            </Button>
            <Button danger disabled={isBusy} onClick={onRemove}>
              {t('Remove')}
            </Button>
          </div>
        )
      }
    >
      <p>{text(plugin.description)}</p>
      {error && <Alert type="error" title={t('It cannot be loaded')} description={error} />}
      {failure !== undefined && <Alert type="error" title={describe(failure)} />}
      <dl className={styles['details']}>
        <dt>{t('State')}</dt>
        <dd>{presence === 'switchable' ? (plugin.enabled ? t('On') : t('Off')) : t(fixedReasons[presence])}</dd>
        {plugin.version && (
          <>
            <dt>{t('Version')}</dt>
            <dd>{plugin.version}</dd>
          </>
        )}
        <dt>{t('Comes from')}</dt>
        <dd>{t(originTitles[origin])}</dd>
        <dt>{t('Name')}</dt>
        <dd>{plugin.name}</dd>
        <dt>{t('Package')}</dt>
        <dd>{plugin.packageName}</dd>
        {authors && (
          <>
            <dt>{t('Authors')}</dt>
            <dd>{authors}</dd>
          </>
        )}
        {homepage && (
          <>
            <dt>{t('Homepage')}</dt>
            <dd>
              <a href={homepage} target="_blank" rel="noopener noreferrer">
                {homepage}
              </a>
            </dd>
          </>
        )}
        {hash && (
          <>
            <dt>{t('Hash')}</dt>
            <dd>
              <HashText hash={hash} />
            </dd>
          </>
        )}
      </dl>
      <NeedsList
        title={t('Needs')}
        none={t('It needs no other plugin.')}
        plugins={needsOf(plugin, plugins)}
        missing={missingOf(plugin, plugins)}
        onOpen={onOpen}
      />
      <NeedsList
        title={t('Needed by')}
        none={t('No other plugin needs it.')}
        plugins={neededBy(plugin, plugins)}
        missing={none}
        onOpen={onOpen}
      />
    </Drawer>
  );
}
