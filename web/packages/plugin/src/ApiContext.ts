import type { Client } from '@pergola/api';
import { createContext, useContext } from 'react';

export const ApiContext = createContext<Client | null>(null);

export function useApi(): Client {
  const client = useContext(ApiContext);
  if (client === null) {
    throw new Error('There is no API client above this component.');
  }
  return client;
}
