import { useApi, useCurrentUser } from '@pergola/plugin';
import { Card } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './api.module.css';
import { CodeBlock } from './CodeBlock';
import { tokenCommand } from './code';

/** Where the token of the copied text comes from; the session's own is never shown. */
export function TokenNote() {
  const { t } = useTranslation();
  const api = useApi();
  const user = useCurrentUser();
  const account = user?.username ?? user?.email ?? 'account';
  return (
    <Card>
      <details className={styles['note']}>
        <summary>{t('How to get a token for $TOKEN')}</summary>
        <p>{t('Run on this page uses your session. Elsewhere sign in first, and keep the token to yourself: it can do what you can.')}</p>
        <CodeBlock text={tokenCommand(api.address('auth:signIn'), account)} label={t('Sign in')} />
      </details>
    </Card>
  );
}
