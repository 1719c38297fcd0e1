import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useApi } from './ApiContext';

/** The settings of the whole app, as everybody may read them. */
export interface AppSettings {
  id: number;
  /** With the values of variables in it. */
  title: string | null;
  /** As it was entered. */
  raw_title: string | null;
  enabledLanguages: string[];
  enableEditProfile: boolean | null;
  enableChangePassword: boolean | null;
}

export const appSettingsKey = ['systemSettings'];

export function useAppSettings() {
  const api = useApi();
  return useQuery({
    queryKey: appSettingsKey,
    queryFn: async ({ signal }) =>
      (await api.get<AppSettings>('systemSettings:get', { signal, isAnonymous: true })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const productName = 'Pergola';

/** What the app is called by those who run it. */
export const AppNameContext = createContext(productName);

export const useAppName = (): string => useContext(AppNameContext);
