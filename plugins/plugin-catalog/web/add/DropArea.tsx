import { useNotices } from '@pergola/plugin';
import { Button, UploadIcon } from '@pergola/ui';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './add.module.css';

interface DropAreaProps {
  isBusy: boolean;
  onFile: (file: File) => void;
}

/** Takes a package that is dropped or chosen. */
export function DropArea({ isBusy, onFile }: DropAreaProps) {
  const { t } = useTranslation();
  const notices = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file, ...others] = event.dataTransfer.files;
    if (file && others.length > 0) {
      notices.done(t('One package at a time: {name} was taken.', { name: file.name }));
    }
    if (file && !isBusy) {
      onFile(file);
    }
  };
  return (
    <div
      className={styles['drop']}
      data-over={isOver}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Button type="primary" icon={<UploadIcon />} loading={isBusy} onClick={() => input.current?.click()}>
        {t('Choose a package')}
      </Button>
      <span>{t('or drop a .nupkg file here')}</span>
      <input
        ref={input}
        type="file"
        accept=".nupkg"
        hidden
        tabIndex={-1}
        aria-label={t('Package')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was mended.
          event.target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
    </div>
  );
}
