import { Modal } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from './useReturnFocus';

interface DeleteDialogProps {
  title: string;
  isBusy: boolean;
  okText?: string;
  onDelete: () => void;
  onClose: () => void;
  /** What is lost with it. */
  children: ReactNode;
}

/** Asks before something goes for good. */
export function DeleteDialog({ title, isBusy, okText, onDelete, onClose, children }: DeleteDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Modal
      open
      title={title}
      okText={okText ?? t('Delete')}
      cancelText={t('Cancel')}
      okButtonProps={{ danger: true, loading: isBusy }}
      onOk={onDelete}
      onCancel={onClose}
    >
      {children}
    </Modal>
  );
}
