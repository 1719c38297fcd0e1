import type { CollectionCategory } from '@pergola/api';
import { Button, Dropdown, MoreIcon, Notices } from '@pergola/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Move } from '../order/useMove';
import { useChange } from '../useChange';
import { categoriesKey, categoryKey } from './categoriesQuery';

interface CategoryMenuProps {
  category: CollectionCategory;
  categories: CollectionCategory[];
  onEdit: () => void;
  onMove: (move: Move) => void;
  onDeleted: () => void;
}

/** What can be done with the category that is shown. */
export function CategoryMenu({ category, categories, onEdit, onMove, onDeleted }: CategoryMenuProps) {
  const { t } = useTranslation();
  const { modal } = Notices.useApp();
  const queries = useQueryClient();
  const place = categories.indexOf(category);
  const neighbours = { left: categories[place - 1], right: categories[place + 1] };
  const remove = useChange<void>({
    run: async (api) => {
      await api.post('collectionCategories:destroy', undefined, { params: { filterByTk: category.id } });
      await queries.invalidateQueries({ queryKey: categoriesKey });
    },
    failed: t('The category was not deleted'),
    onDone: onDeleted,
  });

  const actions: Record<string, () => void> = {
    edit: onEdit,
    left: () =>
      neighbours.left && onMove({ source: categoryKey(category), target: categoryKey(neighbours.left) }),
    right: () =>
      neighbours.right && onMove({ source: categoryKey(category), target: categoryKey(neighbours.right) }),
    delete: () =>
      void modal.confirm({
        title: t('Delete the category {name}?', { name: category.name }),
        content: t('Its collections stay; they are only no longer in it.'),
        okText: t('Delete'),
        cancelText: t('Cancel'),
        okButtonProps: { danger: true },
        onOk: () => remove.mutateAsync().catch(() => undefined),
      }),
  };

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'edit', label: t('Name and color') },
          { key: 'left', label: t('Move left'), disabled: !neighbours.left },
          { key: 'right', label: t('Move right'), disabled: !neighbours.right },
          { type: 'divider' },
          { key: 'delete', label: t('Delete'), danger: true },
        ],
        onClick: ({ key }) => actions[key]?.(),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<MoreIcon />}
        aria-label={t('Actions for the category {name}', { name: category.name })}
      />
    </Dropdown>
  );
}
