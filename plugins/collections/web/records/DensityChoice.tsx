import { chooseDensity, Dropdown, RowHeightIcon, Button, Tooltip, useDensity, useIsNarrow } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

/** How high the rows are; the same for all tables and remembered. */
export function DensityChoice() {
  const { t } = useTranslation();
  const density = useDensity();
  if (useIsNarrow()) {
    // Records are cards there.
    return null;
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [density],
        items: [
          { key: 'comfortable', label: t('Comfortable rows') },
          { key: 'compact', label: t('Compact rows') },
        ],
        onClick: ({ key }) => chooseDensity(key === 'compact' ? 'compact' : 'comfortable'),
      }}
    >
      <Tooltip title={t('Row height')}>
        <Button type="text" icon={<RowHeightIcon />} aria-label={t('Row height')} />
      </Tooltip>
    </Dropdown>
  );
}
