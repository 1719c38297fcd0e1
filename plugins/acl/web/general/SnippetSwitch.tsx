import { Switch } from '@pergola/ui';
import { useId, type ReactNode } from 'react';
import styles from './general.module.css';

interface SnippetSwitchProps {
  title: string;
  about: string;
  isOn: boolean;
  isFixed: boolean;
  onChange: (isOn: boolean) => void;
  children?: ReactNode;
}

export function SnippetSwitch({ title, about, isOn, isFixed, onChange, children }: SnippetSwitchProps) {
  const id = useId();
  return (
    <div className={styles['switch']}>
      <Switch id={id} checked={isOn} disabled={isFixed} aria-describedby={`${id}-about`} onChange={onChange} />
      <label htmlFor={id}>{title}</label>
      <p id={`${id}-about`}>{about}</p>
      {children}
    </div>
  );
}
