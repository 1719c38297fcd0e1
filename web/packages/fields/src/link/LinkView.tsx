import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';

const schemes: Record<string, string> = { email: 'mailto:', phone: 'tel:' };

/** An address that opens; anything that is not plainly one stays text. */
export function LinkView({ field, value }: ViewProps) {
  const text = String(value ?? '');
  if (text === '') {
    return <Dash />;
  }
  const scheme = schemes[field.interface ?? ''];
  const href = scheme ? scheme + text : /^https?:\/\//i.test(text) ? text : undefined;
  if (href === undefined) {
    return <span className={styles['text']}>{text}</span>;
  }
  return (
    <a className={styles['text']} href={href} target="_blank" rel="noreferrer" title={text}>
      {text}
    </a>
  );
}
