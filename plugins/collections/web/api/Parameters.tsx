import type { Params, ParamValue } from '@pergola/api';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './api.module.css';

/** What stands in the address, in readable form. */
export function Parameters({ params }: { params: Params }) {
  const { t } = useTranslation();
  const given = Object.entries(params).filter(([, value]) => !isEmpty(value));
  if (given.length === 0) {
    return null;
  }
  return (
    <dl className={styles['params']} aria-label={t('Parameters')}>
      {given.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{shown(value)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

const isEmpty = (value: ParamValue) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const shown = (value: ParamValue) =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
