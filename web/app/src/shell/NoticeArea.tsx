import { RequestFailure } from '@pergola/api';
import { NoticeContext, useFailureText, type NoticeSink } from '@pergola/plugin';
import { Button, Notices } from '@pergola/ui';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './NoticeArea.module.css';

const undoSeconds = 10;
const plainSeconds = 4;

export function NoticeArea({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { notification } = Notices.useApp();
  const describe = useFailureText();

  const sink = useMemo<NoticeSink>(
    () => ({
      done: (text, undo) => {
        // What is said again takes the place of what was said before; what can be taken back stands for itself.
        const key = undo ? (crypto.randomUUID?.() ?? String(performance.now())) : text;
        const takeBack = () => {
          notification.destroy(key);
          undo?.run();
        };
        notification.success({
          key,
          title: text,
          duration: undo ? undoSeconds : plainSeconds,
          showProgress: undo !== undefined,
          ...(undo && { actions: <Button onClick={takeBack}>{undo.label}</Button> }),
        });
      },
      failed: (title, error) => {
        const requestId = error instanceof RequestFailure ? error.requestId : null;
        notification.error({
          key: title,
          title,
          duration: 0,
          description: (
            <>
              <span className={styles['words']}>{describe(error)}</span>
              {requestId && <code className={styles['request']}>{`${t('Request')} ${requestId}`}</code>}
            </>
          ),
        });
      },
    }),
    [notification, describe, t],
  );

  return <NoticeContext value={sink}>{children}</NoticeContext>;
}
