import { useFailureText, useReturnFocus, useText } from '@pergola/plugin';
import { Alert, Drawer } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Progress } from '../list/Progress';
import type { ListedPlugin } from '../model/plugin';
import { useFeed } from '../queries';
import { takeFromFeed, uploadPackage, type PluginAct } from '../usePluginActs';
import styles from './add.module.css';
import { DropArea } from './DropArea';
import { FeedList } from './FeedList';

interface AddDrawerProps {
  plugins: readonly ListedPlugin[];
  /** The plugin that is to have another version; null for a new one. */
  updating: ListedPlugin | null;
  busy: string | null;
  progress: string | null;
  failures: ReadonlyMap<string, unknown>;
  act: (act: PluginAct) => Promise<boolean>;
  onClose: () => void;
}

export const uploadName = 'upload';

/** Brings a plugin in, from a file or from the feed. What is added is not on yet. */
export function AddDrawer({ plugins, updating, busy, progress, failures, act, onClose }: AddDrawerProps) {
  const { t } = useTranslation();
  const text = useText();
  const describe = useFailureText();
  useReturnFocus();
  const done = updating ? t('Updated') : t('Added. Switch it on to use it.');
  const go = async (next: PluginAct) => {
    if (await act(next)) {
      onClose();
    }
  };
  const upload = (file: File) =>
    go({ name: uploadName, done, run: (api) => uploadPackage(api, file, updating !== null) });
  const take = (packageName: string, version: string, isUpdate: boolean) =>
    go({
      name: packageName,
      done: isUpdate ? t('Updated') : done,
      run: (api) => takeFromFeed(api, packageName, version, isUpdate),
    });
  const { data: feed } = useFeed('');
  const own = [...failures].filter(([name]) => name === uploadName || !plugins.some((plugin) => plugin.name === name));

  return (
    <Drawer
      open
      size={480}
      title={updating ? t('Update {name}', { name: text(updating.displayName) }) : t('Add a plugin')}
      onClose={onClose}
    >
      <Alert
        type="warning"
        showIcon
        title={t('A plugin runs with all rights of the server. Add only what you trust.')}
      />
      <h2 className={styles['heading']}>{t('From a file')}</h2>
      {feed?.allowsAdding === false ? (
        <p className={styles['quiet']}>
          {t('Plugins cannot be added on this server. Whoever runs it has set DISABLE_PM_ADD.')}
        </p>
      ) : (
        <DropArea isBusy={busy === uploadName} onFile={(file) => void upload(file)} />
      )}
      {busy !== null && <Progress text={progress ?? t('The package is read and tried. This can take a minute.')} />}
      {own.map(([name, error]) => (
        <Alert key={name} type="error" className={styles['failure'] ?? ''} title={describe(error)} />
      ))}
      <h2 className={styles['heading']}>{t('From the feed')}</h2>
      <FeedList
        plugins={plugins}
        updating={updating}
        busy={busy}
        onTake={(packageName, version, isUpdate) => void take(packageName, version, isUpdate)}
      />
    </Drawer>
  );
}
