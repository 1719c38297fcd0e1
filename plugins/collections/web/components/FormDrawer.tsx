import { Button, Drawer, Form, Notices, type FormInstance } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FormDrawer.module.css';

interface FormDrawerProps<T> {
  title: ReactNode;
  isOpen: boolean;
  isBusy: boolean;
  form: FormInstance<T>;
  /** Left of the save button. */
  aside?: ReactNode;
  width?: number;
  onClose: () => void;
  onSubmit: (values: T) => void;
  children: ReactNode;
}

/** A form at the side: Enter saves, Esc closes and asks first if something would be lost. */
export function FormDrawer<T extends object>(props: FormDrawerProps<T>) {
  const { title, isOpen, isBusy, form, aside, width = 480, onClose, onSubmit, children } = props;
  const { t } = useTranslation();
  const { modal } = Notices.useApp();

  const close = () => {
    if (!form.isFieldsTouched()) {
      onClose();
      return;
    }
    modal.confirm({
      title: t('Leave without saving?'),
      content: t('What you changed here is not saved yet.'),
      okText: t('Discard changes'),
      cancelText: t('Keep editing'),
      okButtonProps: { danger: true },
      onOk: onClose,
    });
  };

  return (
    <Drawer
      open={isOpen}
      title={title}
      size={width}
      destroyOnHidden
      onClose={close}
      classNames={{ body: styles['body'] ?? '' }}
      footer={
        <div className={styles['footer']}>
          {aside}
          <span className={styles['space']} />
          <Button onClick={close}>{t('Cancel')}</Button>
          <Button type="primary" loading={isBusy} onClick={() => form.submit()}>
            {t('Save')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark
        scrollToFirstError={{ focus: true }}
        onFinish={onSubmit}
      >
        {children}
        {/* Makes Enter submit; the visible button is outside of the form. */}
        <button type="submit" hidden tabIndex={-1} aria-label={t('Save')} />
      </Form>
    </Drawer>
  );
}
