import { useText } from '@pergola/plugin';
import { Alert, Button, Checkbox, Radio, Spin } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PasteDialog.module.css';
import { PasteTable } from './PasteTable';
import type { PastedRows } from './usePastedRows';

/** What the rows will be, before anything is sent. */
export function PastePreview({ rows }: { rows: PastedRows }) {
  const { t } = useTranslation();
  const text = useText();
  const [isOnlyBad, setIsOnlyBad] = useState(false);
  const bad = rows.rows.filter((row) => row.problems.size > 0);
  const hopeless = rows.rows.filter((row) => row.isHopeless).length;
  const missing = rows.rows[0]?.problems.get(-1);

  return (
    <div className={styles['preview']}>
      <div className={styles['settings']}>
        <Checkbox checked={rows.hasHead} onChange={(event) => rows.setHasHead(event.target.checked)}>
          {t('The first row holds titles')}
        </Checkbox>
        <span className={styles['summary']} role="status">
          {rows.isPending ? (
            <Spin size="small" />
          ) : (
            t('{count} of {total} rows become records', { count: rows.ready.length, total: rows.rows.length })
          )}
        </span>
      </div>
      {rows.error && (
        <Alert
          type="error"
          showIcon
          title={t('The related records could not be looked up')}
          action={<Button onClick={rows.retry}>{t('Try again')}</Button>}
        />
      )}
      {missing && <Alert type="error" showIcon title={`${t(missing.text, missing.values)} ${t('Choose its column.')}`} />}
      {bad.length > 0 && !missing && !rows.isPending && (
        <Alert
          type="warning"
          title={t('Rows with cells that do not fit: {count}', { count: bad.length })}
          description={
            <div className={styles['mending']}>
              {bad.length > hopeless && (
                <Radio.Group
                  value={rows.mending}
                  onChange={(event) => rows.setMending(event.target.value === 'skip' ? 'skip' : 'empty')}
                  options={[
                    { value: 'empty', label: t('Leave these cells empty') },
                    { value: 'skip', label: t('Leave these rows out') },
                  ]}
                />
              )}
              <Checkbox checked={isOnlyBad} onChange={(event) => setIsOnlyBad(event.target.checked)}>
                {t('Show only these rows')}
              </Checkbox>
              {hopeless > 0 && <span>{t('Rows left out because something needed is missing: {count}', { count: hopeless })}</span>}
            </div>
          }
        />
      )}
      <PasteTable
        head={rows.hasHead ? (rows.table[0] ?? []) : []}
        mapping={rows.mapping}
        options={rows.fields.map((field) => ({
          value: field.name,
          label: text(field.uiSchema?.title) || field.name,
        }))}
        rows={isOnlyBad && bad.length > 0 ? bad : rows.rows}
        onMap={rows.map}
      />
    </div>
  );
}
