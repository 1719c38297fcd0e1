import { LoadFailure, useAddress, usePageTitle } from '@pergola/plugin';
import { Button, Card, EmptyState, Page, PlusIcon, Skeleton } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddDrawer, uploadName } from '../add/AddDrawer';
import { RemoveDialog } from '../change/RemoveDialog';
import { SwitchDialog } from '../change/SwitchDialog';
import { useSwitch } from '../change/useSwitch';
import { DetailsDrawer } from '../details/DetailsDrawer';
import { FilterBar } from '../list/FilterBar';
import { PluginGroups } from '../list/PluginGroups';
import { Progress } from '../list/Progress';
import { choiceOf, choices, matches } from '../model/choice';
import { alsoOff } from '../model/graph';
import type { ListedPlugin } from '../model/plugin';
import { usePlugins } from '../queries';
import { removePlugin, usePluginActs } from '../usePluginActs';
import { useProgress } from '../useProgress';

const none: readonly ListedPlugin[] = [];

export function PluginsPage() {
  const { t } = useTranslation();
  const [params, set] = useAddress();
  const { data, error, isPending, refetch } = usePlugins();
  const plugins = data ?? none;
  const { busy, failures, act, forget } = usePluginActs();
  const progress = useProgress();
  const switching = useSwitch(plugins, act);
  const [adding, setAdding] = useState<{ updating: ListedPlugin | null } | null>(null);
  const [removing, setRemoving] = useState<ListedPlugin | null>(null);
  usePageTitle(t('Plugins'));

  const search = params.get('search') ?? '';
  const choice = choiceOf(params.get('show'));
  const found = plugins.filter((plugin) => choices[choice].fits(plugin) && matches(plugin, search));
  const opened = plugins.find(({ name }) => name === params.get('plugin'));

  const remove = async (plugin: ListedPlugin) => {
    const isGone = await act({ name: plugin.name, done: t('Removed'), run: (api) => removePlugin(api, plugin.name) });
    setRemoving(null);
    if (isGone) {
      set({ plugin: null });
    }
  };
  const closeAdding = () => {
    forget(uploadName);
    setAdding(null);
  };
  return (
    <Page
      title={t('Plugins')}
      about={t('What this installation can do. What you switch off keeps its tables and records.')}
      actions={
        <Button type="primary" icon={<PlusIcon />} onClick={() => setAdding({ updating: null })}>
          {t('Add a plugin')}
        </Button>
      }
    >
      <FilterBar plugins={plugins} search={search} choice={choice} onChange={set} />
      <Progress text={progress ?? (busy ? t('The server is changing its plugins') : null)} />
      {error && !data && (
        <Card>
          <LoadFailure error={error} onRetry={() => void refetch()} />
        </Card>
      )}
      {isPending && (
        <Card>
          <Skeleton active />
        </Card>
      )}
      {data && found.length === 0 && (
        <Card>
          <EmptyState
            title={t('No such plugins')}
            action={<Button onClick={() => set({ search: null, show: null })}>{t('Show all')}</Button>}
          >
            {t('Look for another word, or at all plugins.')}
          </EmptyState>
        </Card>
      )}
      <PluginGroups
        plugins={found}
        busy={busy}
        failures={failures}
        onSwitch={switching.ask}
        onOpen={({ name }) => set({ plugin: name })}
        onForget={forget}
      />
      {opened && (
        <DetailsDrawer
          key={opened.name}
          plugin={opened}
          plugins={plugins}
          isBusy={busy !== null}
          failure={failures.get(opened.name)}
          onOpen={({ name }) => set({ plugin: name })}
          onUpdate={() => setAdding({ updating: opened })}
          onRemove={() => setRemoving(opened)}
          onClose={() => set({ plugin: null })}
        />
      )}
      {adding && (
        <AddDrawer
          plugins={plugins}
          updating={adding.updating}
          busy={busy}
          progress={progress}
          failures={failures}
          act={act}
          onClose={closeAdding}
        />
      )}
      {switching.asked && (
        <SwitchDialog
          {...switching.asked}
          onSwitch={() => switching.asked && switching.run(switching.asked)}
          onClose={switching.cancel}
        />
      )}
      {removing && (
        <RemoveDialog
          plugin={removing}
          others={alsoOff(removing, plugins)}
          isBusy={busy === removing.name}
          onRemove={() => void remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </Page>
  );
}
