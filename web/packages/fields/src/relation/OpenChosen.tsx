import { CloseIcon, OpenIcon } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './relation.module.css';

const path = (target: string, key: string) => `/admin/data/${target}?record=${encodeURIComponent(key)}`;

/** Opens the chosen record in a tab of its own, as the form it stands in may not be saved. */
export function OpenChosen({ target, choice }: { target: string; choice: { value: string; label: string } }) {
  const { t } = useTranslation();
  const label = t('Open {title} in a new tab', { title: choice.label });
  return (
    <Link to={path(target, choice.value)} target="_blank" className={styles['open'] ?? ''} aria-label={label} title={label}>
      <OpenIcon />
    </Link>
  );
}

interface ChosenChipProps {
  target: string;
  value: string;
  label: ReactNode;
  disabled: boolean;
  onClose: (event?: React.MouseEvent<HTMLElement>) => void;
}

/** One of several chosen records. */
export function ChosenChip({ target, value, label, disabled, onClose }: ChosenChipProps) {
  const { t } = useTranslation();
  const title = String(label);
  // The list must not open when a chip is pressed.
  const keep = (event: React.MouseEvent) => event.stopPropagation();
  return (
    <span className={styles['chip']}>
      <Link to={path(target, value)} target="_blank" title={t('Open {title} in a new tab', { title })} onMouseDown={keep}>
        {label}
      </Link>
      {!disabled && (
        <button type="button" aria-label={t('Remove {title}', { title })} onMouseDown={keep} onClick={onClose}>
          <CloseIcon />
        </button>
      )}
    </span>
  );
}
