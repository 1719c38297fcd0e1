import type { Client } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

export interface PluginAct {
  /** Name of the plugin it is about; of its package when it is only about to come. */
  name: string;
  run: (api: Client) => Promise<unknown>;
  /** What is said when it is done. */
  done: string;
}

interface Going {
  /** What something is being done to. */
  busy: string | null;
  /** Why the last act on a plugin failed, by its name. */
  failures: ReadonlyMap<string, unknown>;
  act: (act: PluginAct) => Promise<boolean>;
  forget: (name: string) => void;
}

/** Changes plugins one after another; why one was not changed is kept until it is tried again. */
export function usePluginActs(): Going {
  const api = useApi();
  const queries = useQueryClient();
  const notices = useNotices();
  const [busy, setBusy] = useState<string | null>(null);
  const [failures, setFailures] = useState<ReadonlyMap<string, unknown>>(new Map());
  const forget = useCallback(
    (name: string) => setFailures((now) => new Map([...now].filter(([other]) => other !== name))),
    [],
  );

  const act = useCallback(
    async ({ name, run, done }: PluginAct) => {
      forget(name);
      setBusy(name);
      try {
        await run(api);
        // Whatever is shown may have come from a plugin that is another now.
        await queries.invalidateQueries();
        notices.done(done);
        return true;
      } catch (error) {
        setFailures((now) => new Map([...now, [name, error]]));
        return false;
      } finally {
        setBusy(null);
      }
    },
    [api, queries, notices, forget],
  );
  return { busy, failures, act, forget };
}

/** Switches plugins, and waits until it is so. */
export const switchPlugins = (api: Client, names: readonly string[], isOn: boolean) =>
  api.post(isOn ? 'pm:enable' : 'pm:disable', {}, { params: { filterByTk: names.join(','), awaitResponse: true } });

export const removePlugin = (api: Client, name: string) =>
  api.post('pm:remove', {}, { params: { filterByTk: name, awaitResponse: true } });

export function uploadPackage(api: Client, file: File, isUpdate: boolean) {
  const form = new FormData();
  form.append('file', file, file.name);
  return api.post(isUpdate ? 'pm:update' : 'pm:add', form, { params: { awaitResponse: true } });
}

export const takeFromFeed = (api: Client, packageName: string, version: string | undefined, isUpdate: boolean) =>
  api.post(isUpdate ? 'pm:update' : 'pm:add', { packageName, version }, { params: { awaitResponse: true } });
