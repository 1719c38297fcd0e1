import { useMemo } from 'react';
import { highlighted } from '../model/highlight';
import styles from './operation.module.css';

/** JSON with its parts coloured. */
export function JsonText({ text }: { text: string }) {
  const tokens = useMemo(() => highlighted(text), [text]);
  return tokens.map((token, index) =>
    token.kind === 'plain' ? (
      token.text
    ) : (
      <span key={index} className={styles[token.kind]}>
        {token.text}
      </span>
    ),
  );
}
