import { RequestFailure } from '@pergola/api';
import { useApi, useFailureText, useText } from '@pergola/plugin';
import { PlainButton, PlainInput } from '@pergola/ui';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignUpField } from '../authenticators/authenticators';
import { accountFields } from '../authenticators/signUpFields';
import styles from './SignInForm.module.css';
import { useSignIn } from './useSignIn';

interface SignUpFormProps {
  fields: readonly SignUpField[];
  onDone: () => void;
}

/** What browsers fill in and check by themselves. */
const kinds: Readonly<Record<string, { type: string; autoComplete: string }>> = {
  username: { type: 'text', autoComplete: 'username' },
  email: { type: 'email', autoComplete: 'email' },
  nickname: { type: 'text', autoComplete: 'nickname' },
  phone: { type: 'tel', autoComplete: 'tel' },
};

/** Makes an account and signs in with it. */
export function SignUpForm({ fields, onDone }: SignUpFormProps) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const api = useApi();
  const describe = useFailureText();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const { signIn, failure: signInFailure } = useSignIn(onDone);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(([, value]) => value !== ''),
    ) as Record<string, string>;
    if (values['password'] !== values['confirm_password']) {
      refuse('confirm_password', t('The password is inconsistent, please re-enter'));
      return;
    }
    setIsBusy(true);
    setFailure('');
    try {
      await api.post('auth:signUp', values, { isAnonymous: true });
      await signIn(values['username'] ?? values['email'] ?? '', values['password'] ?? '');
    } catch (error) {
      refuse(error instanceof RequestFailure ? error.errors[0]?.field : undefined, describe(error));
    } finally {
      setIsBusy(false);
    }
  };

  const refuse = (field: string | undefined, message: string) => {
    setFailure(message);
    const input = form.current?.elements.namedItem(field ?? '');
    if (input instanceof HTMLInputElement) {
      input.focus();
    }
  };

  const entry = (name: string, label: string, isRequired: boolean, kind = kinds[name]) => (
    <div key={name} className={styles['field']}>
      <label htmlFor={`${id}-${name}`}>{isRequired ? label : t('{title} (optional)', { title: label })}</label>
      <PlainInput id={`${id}-${name}`} name={name} required={isRequired} aria-describedby={`${id}-failure`} {...kind} />
    </div>
  );

  const hidden = { type: 'password', autoComplete: 'new-password' };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className={styles['form']}>
      {fields.map(({ field, required }) => entry(field, text(accountFields[field]) || field, required))}
      {entry('password', t('Password'), true, hidden)}
      {entry('confirm_password', t('Password again'), true, hidden)}
      <p id={`${id}-failure`} role="alert" className={styles['failure']}>
        {failure || signInFailure}
      </p>
      <PlainButton type="submit" disabled={isBusy}>
        {t('Create an account')}
      </PlainButton>
    </form>
  );
}
