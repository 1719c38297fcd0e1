import { useNotices } from '@pergola/plugin';
import { Button, CopyIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

const shown = 16;

/** The beginning of a hash; all of it goes to the clipboard. */
export function HashText({ hash }: { hash: string }) {
  const { t } = useTranslation();
  const notices = useNotices();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(hash);
      notices.done(t('Copied'));
    } catch (error) {
      notices.failed(t('Not copied'), error);
    }
  };
  return (
    <>
      <code title={hash}>{hash.length > shown ? `${hash.slice(0, shown)}…` : hash}</code>
      <Button size="small" icon={<CopyIcon />} aria-label={t('Copy the hash')} onClick={() => void copy()} />
    </>
  );
}
