import { Input, Select } from '@pergola/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Parameter } from '../model/document';
import { choicesOf, kindOf } from '../model/request';
import styles from './operation.module.css';
import { Words } from './Words';

interface ParameterInputProps {
  parameter: Parameter;
  value: string;
  isBroken: boolean;
  onChange: (value: string) => void;
}

/** One parameter: its name, what it is about, and a box or a choice for its value. */
export function ParameterInput({ parameter, value, isBroken, onChange }: ParameterInputProps) {
  const { t } = useTranslation();
  const id = useId();
  const kind = kindOf(parameter);
  const shared = {
    id,
    value,
    className: styles['mono'] ?? '',
    spellCheck: false,
    'aria-describedby': `${id}-about`,
    'aria-required': parameter.required === true,
    'aria-invalid': isBroken,
    ...(isBroken && { status: 'error' as const }),
  };
  return (
    <div className={styles['parameter']}>
      <label htmlFor={id}>
        <code>{parameter.name}</code>
        {parameter.required && <span className={styles['needed']}>{t('required')}</span>}
      </label>
      {kind === 'choice' ? (
        <Select
          id={id}
          value={value === '' ? undefined : value}
          allowClear
          placeholder="–"
          aria-describedby={`${id}-about`}
          options={choicesOf(parameter).map((choice) => ({ value: choice, label: choice }))}
          onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
        />
      ) : kind === 'json' ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 1, maxRows: 8 }}
          placeholder="{}"
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...shared}
          placeholder={kind === 'list' ? 'a, b' : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <div id={`${id}-about`} className={styles['quiet']}>
        {isBroken ? (
          <span role="alert" className={styles['refused']}>
            {t('This is not JSON yet.')}
          </span>
        ) : (
          parameter.description && <Words text={parameter.description} />
        )}
      </div>
    </div>
  );
}
