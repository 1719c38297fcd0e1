import type { CollectionDefinition } from '@pergola/api';
import { Button, CheckIcon, Dropdown, TagsIcon, Tooltip } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { categoriesOf, categoryKey, useCategories } from './categoriesQuery';
import { CategoryDot } from './CategoryDot';
import { toggled, useCategorize } from './useCategorize';

/** The categories of a collection as a menu of its row. */
export function CategoriesButton({ collection, title }: { collection: CollectionDefinition; title: string }) {
  const { t } = useTranslation();
  const categories = useCategories();
  const categorize = useCategorize();
  const chosen = categoriesOf(collection);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items:
          categories.length === 0
            ? [{ key: 'none', disabled: true, label: t('There are no categories yet.') }]
            : categories.map((category) => ({
                key: categoryKey(category),
                extra: chosen.includes(categoryKey(category)) && <CheckIcon aria-label={t('chosen')} />,
                label: (
                  <>
                    <CategoryDot color={category.color} /> {category.name}
                  </>
                ),
              })),
        multiple: true,
        selectable: true,
        selectedKeys: chosen,
        onClick: ({ key }) => {
          const category = categories.find((one) => categoryKey(one) === key);
          if (category) {
            categorize({ collection: collection.name, categories: toggled(collection, category) });
          }
        },
      }}
    >
      <Tooltip title={t('Categories')}>
        <Button type="text" icon={<TagsIcon />} aria-label={t('Categories of {title}', { title })} />
      </Tooltip>
    </Dropdown>
  );
}
