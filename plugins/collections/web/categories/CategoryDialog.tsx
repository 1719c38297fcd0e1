import type { CollectionCategory } from '@pergola/api';
import { msg } from '@pergola/plugin';
import { Form, Input, Modal, Radio } from '@pergola/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChange } from '../useChange';
import { categoriesKey } from './categoriesQuery';
import styles from './CategoryDialog.module.css';
import { CategoryDot } from './CategoryDot';
import { colorNames } from './colors';

interface CategoryForm {
  name: string;
  color: string;
}

interface CategoryDialogProps {
  /** Absent while one is created. */
  category?: CollectionCategory | undefined;
  onClose: () => void;
}

const titles: Readonly<Record<(typeof colorNames)[number], string>> = {
  default: msg('Gray'),
  green: msg('Green'),
  cyan: msg('Cyan'),
  blue: msg('Blue'),
  purple: msg('Purple'),
  magenta: msg('Magenta'),
  red: msg('Red'),
  orange: msg('Orange'),
  gold: msg('Gold'),
  lime: msg('Lime'),
};

/** Name and colour of a category. */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<CategoryForm>();
  const save = useChange<CategoryForm>({
    run: async (api, values) => {
      await (category
        ? api.post('collectionCategories:update', values, { params: { filterByTk: category.id } })
        : api.post('collectionCategories:create', values));
      await queries.invalidateQueries({ queryKey: categoriesKey });
    },
    failed: t('The category was not saved'),
    onDone: onClose,
  });

  return (
    <Modal
      open
      title={category ? t('Edit category') : t('New category')}
      okText={t('Save')}
      cancelText={t('Cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: category?.name ?? '', color: category?.color ?? 'green' }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t('Name of the category')}
          rules={[{ required: true, whitespace: true, message: t('Give it a name.') }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="color" label={t('Color')}>
          <Radio.Group className={styles['colors'] ?? ''}>
            {colorNames.map((color) => (
              <Radio key={color} value={color}>
                <CategoryDot color={color} /> {t(titles[color])}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <button type="submit" hidden tabIndex={-1} aria-label={t('Save')} />
      </Form>
    </Modal>
  );
}
