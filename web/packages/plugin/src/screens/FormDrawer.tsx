import { Button, Drawer, Form, type FormInstance } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FormDrawer.module.css';
import { useLeave } from './useLeave';

interface FormDrawerProps<T> {
  title: ReactNode;
  isOpen: boolean;
  isBusy: boolean;
  form: FormInstance<T>;
  /** Right in the head. */
  extra?: ReactNode;
  /** Left of the save button. */
  aside?: ReactNode;
  /** Beside the save button. */
  actions?: ReactNode;
  /** There is nothing to save. */
  isClosed?: boolean;
  /** Has the focus once the drawer is open; one that took it before could not give it back when the drawer closes. */
  firstField?: string;
  width?: number;
  onClose: () => void;
  onChange?: (changed: Partial<T>) => void;
  onSubmit: (values: T) => void;
  children: ReactNode;
}

/** A form at the side: Enter saves, Esc closes and asks first if something would be lost. */
export function FormDrawer<T extends object>(props: FormDrawerProps<T>) {
  const { title, isOpen, isBusy, form, extra, aside, actions, isClosed = false, width = 480 } = props;
  const { firstField, onClose, onChange, onSubmit, children } = props;
  const { t } = useTranslation();
  const leave = useLeave(form);
  const close = () => leave(onClose);

  return (
    <Drawer
      open={isOpen}
      title={title}
      extra={extra}
      size={width}
      destroyOnHidden
      onClose={close}
      afterOpenChange={(hasOpened) => hasOpened && firstField && !isInForm() && form.focusField(firstField)}
      classNames={{ header: styles['header'] ?? '', body: styles['body'] ?? '' }}
      footer={
        <div className={styles['footer']}>
          {aside}
          <span className={styles['space']} />
          <Button onClick={close}>{isClosed ? t('Close') : t('Cancel')}</Button>
          {!isClosed && actions}
          {!isClosed && (
            <Button type="primary" loading={isBusy} onClick={() => form.submit()}>
              {t('Save')}
            </Button>
          )}
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
        {...(onChange && { onValuesChange: onChange })}
      >
        {children}
        {/* Makes Enter submit; the visible button is outside of the form. */}
        <button type="submit" hidden tabIndex={-1} aria-label={t('Save')} />
      </Form>
    </Drawer>
  );
}

/** Whoever is quicker than the drawer's opening keeps the field they chose. */
const isInForm = () => document.activeElement instanceof HTMLElement && document.activeElement.closest('form') !== null;
