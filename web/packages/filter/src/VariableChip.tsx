import { Button, CloseIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './Conditions.module.css';
import { useVariableTitle } from './useVariableTitle';
import type { FilterVariable } from './variables';

interface VariableChipProps {
  variable: FilterVariable;
  onRemove: () => void;
}

/** In the place of a typed value: one that the server fills in for whoever asks. */
export function VariableChip({ variable, onRemove }: VariableChipProps) {
  const { t } = useTranslation();
  const title = useVariableTitle()(variable);
  return (
    <span className={styles['variable']}>
      <span title={title}>{title}</span>
      <Button
        type="text"
        size="small"
        icon={<CloseIcon />}
        aria-label={t('Type a value instead: {title}', { title })}
        onClick={onRemove}
      />
    </span>
  );
}
