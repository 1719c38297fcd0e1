import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Button } from './Button';

interface IconButtonProps {
  readonly icon: ReactNode;
  /** What the pointer is shown: short, beside its record. */
  readonly hint: string;
  /** What a screen reader says: with the name of what it acts on. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** An action of a table's row: an icon that says what it does. */
export function IconButton({ icon, hint, label, isDisabled = false, onClick }: IconButtonProps) {
  return (
    <Tooltip title={hint}>
      <Button type="text" icon={icon} disabled={isDisabled} aria-label={label} onClick={onClick} />
    </Tooltip>
  );
}
