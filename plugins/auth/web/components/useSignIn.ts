import type { User } from '@pergola/api';
import { useApi, useFailureText } from '@pergola/plugin';
import { useState } from 'react';

interface SignInAnswer {
  user: User;
  token: string;
}

/** Signs in; what went wrong is said beside the form and what was typed stays in it. */
export function useSignIn(onDone: (user: User) => void) {
  const api = useApi();
  const describe = useFailureText();
  const [failure, setFailure] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  const signIn = async (account: string, password: string) => {
    setIsBusy(true);
    setFailure('');
    try {
      const { data } = await api.post<SignInAnswer>('auth:signIn', { account, password }, { isAnonymous: true });
      api.session.start(data.token);
      onDone(data.user);
    } catch (error) {
      setFailure(describe(error));
    } finally {
      setIsBusy(false);
    }
  };

  return { signIn, failure, isBusy };
}
