import type { User } from '@pergola/api';
import { PlainButton, PlainInput } from '@pergola/ui';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from './useSignIn';
import styles from './SignInForm.module.css';

interface SignInFormProps {
  /** Who has to sign in again; asks for the password alone. */
  account?: string | undefined;
  onDone: (user: User) => void;
}

export function SignInForm({ account: known, onDone }: SignInFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [account, setAccount] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const { signIn, failure, isBusy } = useSignIn(onDone);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(account, password);
  };

  return (
    <form onSubmit={submit} className={styles['form']}>
      <div className={styles['field']}>
        <label htmlFor={`${id}-account`}>{t('Username or email')}</label>
        <PlainInput
          id={`${id}-account`}
          value={account}
          disabled={known !== undefined}
          autoFocus={known === undefined}
          autoComplete="username"
          autoCapitalize="none"
          required
          onChange={(event) => setAccount(event.target.value)}
        />
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${id}-password`}>{t('Password')}</label>
        <PlainInput
          type="password"
          id={`${id}-password`}
          value={password}
          autoFocus={known !== undefined}
          autoComplete="current-password"
          required
          aria-describedby={`${id}-failure`}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <p id={`${id}-failure`} role="alert" className={styles['failure']}>
        {failure}
      </p>
      <PlainButton type="submit" disabled={isBusy}>
        {t('Sign in')}
      </PlainButton>
    </form>
  );
}
