import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { useNotices } from '@pergola/plugin';
import { Button, CopyIcon, Drawer } from '@pergola/ui';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './DefinitionJson.module.css';
import { readableJson } from './readableJson';

interface DefinitionJsonProps {
  title: string;
  definition: CollectionDefinition | FieldDefinition;
  onClose: () => void;
}

/** The definition as it is stored and as the API answers it. */
export function DefinitionJson({ title, definition, onClose }: DefinitionJsonProps) {
  const { t } = useTranslation();
  const notices = useNotices();
  const shown = useRef<HTMLPreElement>(null);
  const { text, pieces } = useMemo(() => readableJson(definition), [definition]);

  const copy = async () => {
    // Pages without TLS have no clipboard; what is selected can still be copied by hand.
    if (shown.current) {
      window.getSelection()?.selectAllChildren(shown.current);
    }
    try {
      await navigator.clipboard.writeText(text);
      notices.done(t('Copied'));
    } catch (error) {
      notices.failed(t('Not copied'), error);
    }
  };

  return (
    <Drawer
      open
      size={640}
      title={t('Definition of {title}', { title })}
      onClose={onClose}
      extra={
        <Button icon={<CopyIcon />} onClick={() => void copy()}>
          {t('Copy')}
        </Button>
      }
    >
      <pre ref={shown} className={styles['json']}>
        {pieces.map((piece, index) => (
          <span key={index} className={styles[piece.kind]}>
            {piece.text}
          </span>
        ))}
      </pre>
    </Drawer>
  );
}
