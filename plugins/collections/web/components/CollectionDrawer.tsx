import type { CollectionDefinition } from '@pergola/api';
import { FormDrawer, useCollectionSwitches, useText } from '@pergola/plugin';
import { Form, Input, Select } from '@pergola/ui';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { categoriesOf, categoryKey, useCategories } from '../categories/categoriesQuery';
import { CategoryDot } from '../categories/CategoryDot';
import { useCategorize } from '../categories/useCategorize';
import { useCollections } from '../collectionsQuery';
import { labelChoices } from '../fields/labelChoices';
import { changedCollection, newCollection, type CollectionForm, type Template } from '../newCollection';
import { fieldsPath } from '../paths';
import { allPresets } from '../presetFields';
import { useChange } from '../useChange';
import { useProposedName } from '../useProposedName';
import { NameItem } from './NameItem';
import { NewCollectionItems } from './NewCollectionItems';
import { SwitchItems } from './SwitchItems';

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
  const categories = useCategories();
  const categorize = useCategorize();
  const { collections } = useCollections();
  const switches = useCollectionSwitches();
  const taken = useMemo(() => collections.map((other) => other.name), [collections]);
  const { begin, typed, follow } = useProposedName(form, taken, 't_');

  useEffect(() => {
    begin(collection !== undefined);
    if (collection) {
      form.setFieldsValue({
        title: text(collection.title),
        name: collection.name,
        description: text(collection.description),
        categories: categoriesOf(collection),
        titleField: collection.titleField ?? '',
        switches: Object.fromEntries(switches.map(({ option }) => [option, collection[option] === true])),
      });
    } else if (template) {
      form.setFieldsValue({ id: 'snowflakeId', presets: allPresets, categories: [] });
    }
  }, [collection, template, form, text, begin, switches]);

  const save = useChange<CollectionForm>({
    run: async (api, values) => {
      if (collection) {
        const shown = { title: text(collection.title), description: text(collection.description) };
        const changes = changedCollection(values, shown);
        await api.post('collections:update', changes, { params: { filterByTk: collection.name } });
      } else {
        await api.post('collections:create', newCollection(template ?? 'general', values));
      }
      if (String(values.categories ?? []) !== String(collection ? categoriesOf(collection) : [])) {
        const chosen = categories.filter((category) => values.categories?.includes(categoryKey(category)));
        categorize({ collection: values.name, categories: chosen });
      }
    },
    failed: t('The collection was not saved'),
    done: t('Saved'),
    // A new collection is left for its fields, and the drawer with the page.
    onDone: (values) => (collection ? onClose() : void navigate(fieldsPath(values.name))),
  });

  const creating = template === 'tree' ? t('Create tree collection') : t('Create collection');
  return (
    <FormDrawer
      title={collection ? t('Edit collection') : creating}
      isOpen={template !== null || collection !== undefined}
      isBusy={save.isPending}
      form={form}
      firstField="title"
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      <Form.Item
        name="title"
        label={t('Title')}
        rules={[{ required: true, whitespace: true, message: t('Give it a title, such as Customers.') }]}
      >
        <Input onChange={(event) => follow(event.target.value)} />
      </Form.Item>
      <NameItem
        label={t('Name')}
        extra={t('Used in the address of its API and as the name of its table. It cannot be changed later.')}
        isFixed={collection !== undefined}
        taken={taken}
        onTyped={typed}
      />
      <Form.Item name="description" label={t('Description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {categories.length > 0 && (
        <Form.Item name="categories" label={t('Categories')}>
          <Select
            mode="multiple"
            optionRender={({ data }) => (
              <>
                <CategoryDot color={data.color} /> {data.label}
              </>
            )}
            options={categories.map((one) => ({ value: categoryKey(one), label: one.name, color: one.color }))}
          />
        </Form.Item>
      )}
      {collection ? (
        <Form.Item
          name="titleField"
          label={t('Records are shown as')}
          extra={t('The field that stands for a record where there is room for one.')}
        >
          <Select
            options={[{ value: '', label: t('The first text') }, ...labelChoices(collection, text)]}
          />
        </Form.Item>
      ) : (
        <NewCollectionItems isTree={template === 'tree'} />
      )}
      <SwitchItems switches={switches} />
    </FormDrawer>
  );
}
