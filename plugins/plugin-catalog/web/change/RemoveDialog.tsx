import { DeleteDialog, useText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import type { ListedPlugin } from '../model/plugin';

interface RemoveDialogProps {
  plugin: ListedPlugin;
  /** What is on and needs it. */
  others: readonly ListedPlugin[];
  isBusy: boolean;
  onRemove: () => void;
  onClose: () => void;
}

/** Says what goes and what stays. */
export function RemoveDialog({ plugin, others, isBusy, onRemove, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const text = useText();
  const names = others.map((other) => text(other.displayName)).join(', ');
  return (
    <DeleteDialog
      title={t('Remove {name}?', { name: text(plugin.displayName) })}
      okText={t('Remove')}
      isBusy={isBusy}
      onDelete={onRemove}
      onClose={onClose}
    >
      <p>{t('Its package is deleted, and what it does is gone for everybody.')}</p>
      <p>{t('Its tables and their records stay. They are there again when you add it once more.')}</p>
      {names && <p>{t('First switch off what needs it: {names}', { names })}</p>}
    </DeleteDialog>
  );
}
