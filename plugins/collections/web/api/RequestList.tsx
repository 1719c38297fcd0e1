import { Card, Tag } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './api.module.css';
import { RequestPanel } from './RequestPanel';
import type { ApiRequest } from './requests';

/** Requests by name; each opens where it stands. */
export function RequestList({ title, requests, open }: { title: string; requests: ApiRequest[]; open?: string }) {
  return (
    <section>
      <h2 className={styles['title']}>{title}</h2>
      <Card isFlush>
        {requests.map((request) => (
          <RequestEntry key={request.key} request={request} isOpenAtFirst={request.key === open} />
        ))}
      </Card>
    </section>
  );
}

function RequestEntry({ request, isOpenAtFirst }: { request: ApiRequest; isOpenAtFirst: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <details className={styles['entry']} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Tag className={styles['method'] ?? ''}>{request.method}</Tag>
        <span>{t(request.title)}</span>
        <code className={styles['action']}>{request.action}</code>
      </summary>
      {isOpen && <RequestPanel key={JSON.stringify(request)} request={request} />}
    </details>
  );
}
