import styles from './operation.module.css';

/** A line of a description; what stands between backticks is code. */
export function Words({ text }: { text: string }) {
  return (
    <p className={styles['words']}>
      {text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </p>
  );
}
