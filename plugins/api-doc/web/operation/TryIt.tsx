import { useApi } from '@pergola/plugin';
import { Button, Notices } from '@pergola/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiDocument, Operation } from '../model/document';
import { exampleBody } from '../model/example';
import { brokenOf, lackingOf, requestOf, valuesOf, type Values } from '../model/request';
import { docKey } from '../queries';
import { Answer } from './Answer';
import { BodyEditor } from './BodyEditor';
import { CodeSamples } from './CodeSamples';
import { KeyChoice } from './KeyChoice';
import styles from './operation.module.css';
import { ParameterForm } from './ParameterForm';

interface TryItProps {
  document: ApiDocument;
  operation: Operation;
  preset: string | null;
  sampleKey: string | null;
}

/** The parameters as a form, the body as text, and the request they make: to send, and to take along. */
export function TryIt({ document, operation, preset, sampleKey }: TryItProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const { modal } = Notices.useApp();
  const example = useMemo(
    () => (operation.body ? JSON.stringify(exampleBody(document, operation.body), null, 2) : ''),
    [document, operation],
  );
  const [values, setValues] = useState<Values>(() => ({ ...sampled(operation, sampleKey), ...valuesOf(preset) }));
  const [text, setText] = useState(example);
  const [token, setToken] = useState<string | null>(null);
  const body = parsed(text);
  const broken = brokenOf(operation, values);
  const lacking = lackingOf(operation, values);
  const request = requestOf(operation, values);
  const hasBody = operation.body !== undefined && text.trim() !== '';
  const isSendable = broken.length === 0 && lacking.length === 0 && body !== unreadable && token !== '';

  const send = useMutation({
    mutationFn: () =>
      api.raw(request.method, request.action, hasBody ? body : undefined, token === null ? {} : { token }),
    onSuccess: () => {
      if (request.method === 'POST') {
        // What was changed may be shown anywhere; the document stays as it is until it is read again.
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== docKey[0] });
      }
    },
  });

  const ask = () => {
    if (request.method === 'GET') {
      send.mutate();
      return;
    }
    const isDestructive = operation.path.endsWith(':destroy');
    modal.confirm({
      title: isDestructive ? t('Delete for good with this request?') : t('Change data with this request?'),
      content: <code className={styles['long']}>{`POST ${request.action}`}</code>,
      okText: t('Send'),
      cancelText: t('Cancel'),
      okButtonProps: { danger: isDestructive },
      onOk: () => send.mutate(),
    });
  };

  return (
    <div className={styles['section']}>
      <h3>{t('Parameters')}</h3>
      <ParameterForm
        parameters={operation.parameters}
        values={values}
        broken={broken}
        onChange={(name, value) => setValues((now) => ({ ...now, [name]: value }))}
      />
      {operation.body && (
        <BodyEditor text={text} example={example} isBroken={body === unreadable} onChange={setText} />
      )}
      <div className={styles['row']}>
        <KeyChoice token={token} onChange={setToken} />
        <Button type="primary" disabled={!isSendable} loading={send.isPending} onClick={ask}>
          {t('Send')}
        </Button>
      </div>
      {lacking.length > 0 && (
        <p className={styles['quiet']}>{t('Still needed: {names}', { names: lacking.join(', ') })}</p>
      )}
      <Answer answer={send.data} error={send.error} isWaiting={send.isPending} />
      <CodeSamples
        request={{
          method: request.method,
          url: api.address(request.action),
          ...(hasBody && body !== unreadable && { body }),
        }}
      />
    </div>
  );
}

/** A record that exists, so that the request can be sent as it is. */
function sampled(operation: Operation, key: string | null): Values {
  if (key === null) {
    return {};
  }
  const isAssociation = operation.parameters.some(({ name }) => name === 'sourceKey');
  return isAssociation
    ? { sourceKey: key }
    : operation.parameters.some(({ name }) => name === 'filterByTk')
      ? { filterByTk: key }
      : {};
}

const unreadable = Symbol('unreadable');

function parsed(text: string): unknown {
  try {
    return text.trim() === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    // Half-typed JSON is the normal case.
    return unreadable;
  }
}
