import type { User } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { Button, Modal } from '@pergola/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './SignInForm';

/** Asks for the password over the page, so that nothing typed there is lost. */
export function SignInAgain() {
  const { t } = useTranslation();
  const { session } = useApi();
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  const user = useQueryClient().getQueryData<User>(['auth:check']);
  if (state !== 'expired') {
    return null;
  }

  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={400}
      zIndex={2000}
      title={t('Please sign in again')}
      footer={
        <Button type="link" onClick={() => session.end()}>
          {t('Sign out instead')}
        </Button>
      }
    >
      <p>{t('Your session has ended. The page behind stays as it is.')}</p>
      <SignInForm account={user?.email ?? user?.username ?? undefined} onDone={() => undefined} />
    </Modal>
  );
}
