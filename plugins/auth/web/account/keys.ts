import type { RecordKey } from '@pergola/api';

export interface ApiKey {
  id: RecordKey;
  name: string;
  roleName: string;
  expiresIn: string | null;
  createdAt: string;
}

export const apiKeysKey = ['apiKeys'];
export const lifetimes = ['1d', '7d', '30d', '90d', 'never'] as const;

const perDay = 86_400_000;

/** When a key stops working; null for one that never does, undefined where its lifetime is written in another way. */
export function expiryOf(key: ApiKey): Date | null | undefined {
  if (key.expiresIn === 'never') {
    return null;
  }
  const days = /^(\d+)d$/.exec(key.expiresIn ?? '')?.[1];
  return days === undefined ? undefined : new Date(new Date(key.createdAt).getTime() + Number(days) * perDay);
}
