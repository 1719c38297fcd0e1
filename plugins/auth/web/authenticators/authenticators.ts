import type { RecordKey } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { useQuery } from '@tanstack/react-query';

/** A field that somebody who signs up is asked for. */
export interface SignUpField {
  field: string;
  show: boolean;
  required: boolean;
}

export interface PublicOptions {
  allowSignUp?: boolean;
  signupForm?: SignUpField[];
  [option: string]: unknown;
}

/** A way to sign in, as its administrators see it. */
export interface Authenticator {
  id: RecordKey;
  name: string;
  authType: string;
  title: string | null;
  description: string | null;
  enabled: boolean;
  options: { public?: PublicOptions; [option: string]: unknown };
}

/** A way to sign in, as everybody sees it. */
export interface PublicAuthenticator {
  name: string;
  title: string | null;
  options: PublicOptions & { signupForm: SignUpField[] };
}

export const authenticatorsKey = ['authenticators'];

/** The ways to sign in that are switched on; the first is the one that counts where none is named. */
export function usePublicAuthenticators() {
  const api = useApi();
  return useQuery({
    queryKey: ['publicAuthenticators'],
    queryFn: async ({ signal }) =>
      (await api.get<PublicAuthenticator[]>('authenticators:publicList', { signal, isAnonymous: true })).data,
  });
}
