import { useText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { groupsOf } from '../model/choice';
import type { ListedPlugin } from '../model/plugin';
import styles from './list.module.css';
import { PluginCard } from './PluginCard';

interface PluginGroupsProps {
  plugins: readonly ListedPlugin[];
  busy: string | null;
  failures: ReadonlyMap<string, unknown>;
  onSwitch: (plugin: ListedPlugin, isOn: boolean) => void;
  onOpen: (plugin: ListedPlugin) => void;
  onForget: (name: string) => void;
}

/** Cards below the keyword they share. */
export function PluginGroups({ plugins, busy, failures, onSwitch, onOpen, onForget }: PluginGroupsProps) {
  const { t } = useTranslation();
  const text = useText();
  return groupsOf(plugins).map(({ keyword, plugins: found }) => {
    const title = keyword ? t(text(keyword)) : t('Others');
    return (
      <section key={keyword} className={styles['group']}>
        <h2>{title}</h2>
        <ul className={styles['cards']} aria-label={title}>
          {found.map((plugin) => (
            <PluginCard
              key={plugin.name}
              plugin={plugin}
              isBusy={busy === plugin.name}
              isWaiting={busy !== null && busy !== plugin.name}
              failure={failures.get(plugin.name)}
              onSwitch={(isOn) => onSwitch(plugin, isOn)}
              onOpen={() => onOpen(plugin)}
              onForget={() => onForget(plugin.name)}
            />
          ))}
        </ul>
      </section>
    );
  });
}
