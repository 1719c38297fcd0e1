import type { CollectionSwitch } from '@pergola/plugin';
import { Form, Switch } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './SwitchItems.module.css';

/** Settings of a collection that other plugins add. */
export function SwitchItems({ switches }: { switches: readonly CollectionSwitch[] }) {
  const { t } = useTranslation();
  return switches.map(({ option, title, about }) => (
    <div key={option} className={styles['switch']}>
      <Form.Item name={['switches', option]} valuePropName="checked" noStyle>
        <Switch aria-label={t(title)} />
      </Form.Item>
      <div>
        <div>{t(title)}</div>
        <p className={styles['about']}>{t(about)}</p>
      </div>
    </div>
  ));
}
