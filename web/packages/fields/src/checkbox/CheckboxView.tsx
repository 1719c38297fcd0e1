import { useTranslation } from 'react-i18next';
import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';

export function CheckboxView({ value }: ViewProps) {
  const { t } = useTranslation();
  return value ? <span className={styles['yes']}>{t('Yes')}</span> : <Dash />;
}
