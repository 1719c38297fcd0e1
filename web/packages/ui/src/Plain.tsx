import type { ButtonHTMLAttributes, InputHTMLAttributes } from 'react';
import styles from './Plain.module.css';

/** Button and input for the pages before the component library is loaded; they look like its own. */
export function PlainButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className={styles['button']} />;
}

export function PlainInput(props: InputHTMLAttributes<HTMLInputElement>) {
  return <input {...props} className={styles['input']} />;
}
