import { Switch } from 'antd';
import { useId, type ReactNode } from 'react';
import styles from './SwitchRow.module.css';

interface SwitchRowProps {
  title: string;
  about: string;
  isOn?: boolean;
  /** It cannot be changed here. */
  isFixed?: boolean;
  isBusy?: boolean;
  onChange?: (isOn: boolean) => void;
  children?: ReactNode;
}

/** A switch with its name and what it does; what depends on it stands below. An item of a form gives `isOn` and `onChange`. */
export function SwitchRow({ title, about, isOn = false, isFixed = false, isBusy = false, onChange, children }: SwitchRowProps) {
  const id = useId();
  return (
    <div className={styles['row']}>
      <Switch id={id} checked={isOn} disabled={isFixed} loading={isBusy} aria-describedby={`${id}-about`} {...(onChange && { onChange })} />
      <label htmlFor={id}>{title}</label>
      <p id={`${id}-about`}>{about}</p>
      {children}
    </div>
  );
}
