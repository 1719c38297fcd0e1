import { useText } from '@pergola/plugin';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alsoOff, alsoOn } from '../model/graph';
import type { ListedPlugin } from '../model/plugin';
import { switchPlugins, type PluginAct } from '../usePluginActs';

/** A switch that waits for an answer. */
export interface AskedSwitch {
  plugin: ListedPlugin;
  isOn: boolean;
  others: readonly ListedPlugin[];
}

/** Switches a plugin; asks first when it is switched off, or others go with it. */
export function useSwitch(all: readonly ListedPlugin[], act: (act: PluginAct) => Promise<boolean>) {
  const { t } = useTranslation();
  const text = useText();
  const [asked, setAsked] = useState<AskedSwitch | null>(null);

  const run = ({ plugin, isOn, others }: AskedSwitch) => {
    const name = text(plugin.displayName);
    const names = [plugin, ...others].map((one) => one.name);
    setAsked(null);
    void act({
      name: plugin.name,
      done: isOn ? t('{name} is on', { name }) : t('{name} is off', { name }),
      run: (api) => switchPlugins(api, names, isOn),
    });
  };
  const ask = (plugin: ListedPlugin, isOn: boolean) => {
    const next = { plugin, isOn, others: isOn ? alsoOn(plugin, all) : alsoOff(plugin, all) };
    if (isOn && next.others.length === 0) {
      run(next);
    } else {
      setAsked(next);
    }
  };
  return { asked, ask, run, cancel: () => setAsked(null) };
}
