import { useLanguage } from '@pergola/plugin';
import styles from './list.module.css';

const formats = new Map<string, { short: Intl.DateTimeFormat; exact: Intl.DateTimeFormat }>();

function formatsOf(language: string) {
  const made = formats.get(language) ?? {
    short: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }),
    exact: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }),
  };
  formats.set(language, made);
  return made;
}

/** When it was; to the second on hover, or at once where there is room. */
export function TimeText({ at, isExact = false }: { at: string; isExact?: boolean }) {
  const { short, exact } = formatsOf(useLanguage());
  const date = new Date(at);
  return (
    <time className={styles['time']} dateTime={at} title={exact.format(date)}>
      {(isExact ? exact : short).format(date)}
    </time>
  );
}
