import { Notices, type FormInstance } from '@pergola/ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Does something that gives up the form; asks first if something would be lost. */
export function useLeave<T>(form: FormInstance<T>): (leave: () => void, stay?: () => void) => void {
  const { t } = useTranslation();
  const { modal } = Notices.useApp();
  return useCallback(
    (leave, stay) => {
      if (!form.isFieldsTouched()) {
        leave();
        return;
      }
      modal.confirm({
        title: t('Leave without saving?'),
        content: t('What you changed here is not saved yet.'),
        okText: t('Discard changes'),
        cancelText: t('Keep editing'),
        okButtonProps: { danger: true },
        // Enter by accident loses nothing.
        autoFocusButton: 'cancel',
        onOk: leave,
        ...(stay && { onCancel: stay }),
      });
    },
    [form, modal, t],
  );
}
