import { useApi } from '@pergola/plugin';
import { Button, Input, Notices, Segmented } from '@pergola/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './api.module.css';
import { CodeBlock } from './CodeBlock';
import { toCSharp, toCurl } from './code';
import { Parameters } from './Parameters';
import type { ApiRequest } from './requests';
import { RunResult } from './RunResult';

/** One request in full: its parameters and body, as code, and as it answers. */
export function RequestPanel({ request }: { request: ApiRequest }) {
  const { t } = useTranslation();
  const id = useId();
  const api = useApi();
  const queries = useQueryClient();
  const { modal } = Notices.useApp();
  const [language, setLanguage] = useState<'curl' | 'csharp'>('curl');
  const [text, setText] = useState(() => (request.body === undefined ? '' : JSON.stringify(request.body, null, 2)));
  const body = parse(text);
  const isBroken = body === broken;
  const written = {
    method: request.method,
    url: api.address(request.action, request.params),
    ...(text.trim() !== '' && { body: isBroken ? request.body : body }),
  };

  const run = useMutation({
    mutationFn: () => api.raw(request.method, request.action, written.body, { params: request.params }),
    onSuccess: () => {
      if (request.method === 'POST') {
        void queries.invalidateQueries({ queryKey: ['records'] });
      }
    },
  });

  const ask = () => {
    if (request.method === 'GET') {
      run.mutate();
      return;
    }
    modal.confirm({
      title: request.isDestructive ? t('Delete this record for good?') : t('Change data with this request?'),
      content: <code className={styles['action']}>{`POST ${request.action}`}</code>,
      okText: t('Run'),
      cancelText: t('Cancel'),
      okButtonProps: { danger: request.isDestructive === true },
      onOk: () => run.mutate(),
    });
  };

  return (
    <div className={styles['panel']}>
      <Parameters params={request.params} />
      {request.body !== undefined && (
        <div>
          <label htmlFor={`${id}-body`}>{t('Body')}</label>
          <Input.TextArea
            id={`${id}-body`}
            className={styles['body'] ?? ''}
            autoSize={{ minRows: 2, maxRows: 16 }}
            spellCheck={false}
            value={text}
            aria-invalid={isBroken}
            {...(isBroken && { status: 'error' as const })}
            onChange={(event) => setText(event.target.value)}
          />
          {isBroken && <small role="alert">{t('This is not JSON yet.')}</small>}
        </div>
      )}
      <div className={styles['row']}>
        <Segmented
          value={language}
          aria-label={t('Shown as')}
          options={[
            { value: 'curl', label: 'curl' },
            { value: 'csharp', label: 'C#' },
          ]}
          onChange={setLanguage}
        />
        <Button type="primary" disabled={isBroken} loading={run.isPending} onClick={ask}>
          {t('Run')}
        </Button>
      </div>
      <CodeBlock
        text={language === 'curl' ? toCurl(written) : toCSharp(written)}
        label={language === 'curl' ? 'curl' : 'C#'}
      />
      <RunResult answer={run.data} error={run.error} />
    </div>
  );
}

const broken = Symbol('broken');

function parse(text: string): unknown {
  try {
    return text.trim() === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    // Half-typed JSON is the normal case.
    return broken;
  }
}
