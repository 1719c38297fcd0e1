import { msg } from '@pergola/plugin';
import { Checkbox, Form, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { IdKind, Preset } from '../presetFields';
import styles from './NewCollectionItems.module.css';

const idKinds: readonly { value: IdKind; title: string }[] = [
  { value: 'snowflakeId', title: msg('Snowflake ID: a number, in order of time') },
  { value: 'id', title: msg('Auto increment: 1, 2, 3 and so on') },
  { value: 'uuid', title: msg('UUID: long and random') },
  { value: 'nanoid', title: msg('Nano ID: short and random') },
];

const presets: readonly { value: Preset; title: string }[] = [
  { value: 'createdAt', title: msg('Created at') },
  { value: 'createdBy', title: msg('Created by') },
  { value: 'updatedAt', title: msg('Last updated at') },
  { value: 'updatedBy', title: msg('Last updated by') },
];

/** What the fields of a new collection begin with. */
export function NewCollectionItems({ isTree }: { isTree: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="id" label={t('Key')} extra={t('Tells its records apart. It cannot be changed later.')}>
        <Select options={idKinds.map(({ value, title }) => ({ value, label: t(title) }))} />
      </Form.Item>
      <Form.Item name="presets" label={t('Noted about each record')}>
        <Checkbox.Group
          className={styles['checks'] ?? ''}
          options={presets.map(({ value, title }) => ({ value, label: t(title) }))}
        />
      </Form.Item>
      {isTree && <p>{t('It also gets the record above and the records below.')}</p>}
    </>
  );
}
