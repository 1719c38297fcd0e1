import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Form, Input } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { namePattern, newCollection, randomName, type CollectionForm, type Template } from '../newCollection';
import { collectionsPath } from '../paths';
import { useChange } from '../useChange';
import { FormDrawer } from './FormDrawer';

interface CollectionDrawerProps {
  /** Set while one is created. */
  template: Template | null;
  /** Set while one is edited. */
  collection: CollectionDefinition | undefined;
  onClose: () => void;
}

export function CollectionDrawer({ template, collection, onClose }: CollectionDrawerProps) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const [form] = Form.useForm<CollectionForm>();
  const isOpen = template !== null || collection !== undefined;

  useEffect(() => {
    if (collection) {
      form.setFieldsValue({
        title: text(collection.title),
        name: collection.name,
        description: collection.description ?? '',
      });
    } else if (template) {
      form.setFieldsValue({ name: randomName('t_') });
    }
  }, [collection, template, form, text]);

  const save = useChange<CollectionForm>({
    run: async (api, values) => {
      if (collection) {
        const { title, description } = values;
        await api.post('collections:update', { title, description }, { params: { filterByTk: collection.name } });
        return;
      }
      await api.post('collections:create', newCollection(template ?? 'general', values));
      await navigate(`${collectionsPath}/${values.name}/fields`);
    },
    failed: t('The collection was not saved'),
    done: t('Saved'),
    onDone: onClose,
  });

  const creating = template === 'tree' ? t('Create tree collection') : t('Create collection');
  return (
    <FormDrawer
      title={collection ? t('Edit collection') : creating}
      isOpen={isOpen}
      isBusy={save.isPending}
      form={form}
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      <Form.Item
        name="title"
        label={t('Title')}
        rules={[{ required: true, whitespace: true, message: t('Give it a title, such as Customers.') }]}
      >
        <Input autoFocus />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('Name')}
        extra={t('Used in the address of its API and as the name of its table. It cannot be changed later.')}
        rules={[
          { required: true, message: t('Give it a name.') },
          { pattern: namePattern, message: t('Use letters, digits and underscores, and begin with a letter.') },
        ]}
      >
        <Input disabled={collection !== undefined} spellCheck={false} />
      </Form.Item>
      <Form.Item name="description" label={t('Description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {!collection && (
        <p>
          {template === 'tree'
            ? t('It begins with an ID, when and by whom a record was made and changed, and the record above it.')
            : t('It begins with an ID, and when and by whom a record was made and changed.')}
        </p>
      )}
    </FormDrawer>
  );
}
