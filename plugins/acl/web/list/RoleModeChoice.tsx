import { rightsKey, useAct, useRights } from '@pergola/plugin';
import { Select, Tooltip } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

/** How several roles of one person work together, for everybody. */
export function RoleModeChoice() {
  const { t } = useTranslation();
  const mode = useRights()?.roleMode ?? 'default';
  const choose = useAct<string>({
    run: (api, roleMode) => api.post('roles:setSystemRoleMode', { roleMode }),
    touches: [rightsKey],
    failed: t('Not saved'),
    done: t('Saved'),
  });
  return (
    <Tooltip title={t('How several roles of one person work together')}>
      <Select<string>
        aria-label={t('How several roles of one person work together')}
        popupMatchSelectWidth={false}
        value={choose.isPending ? choose.variables : mode}
        loading={choose.isPending}
        options={[
          { value: 'default', label: t('One role at a time') },
          { value: 'allow-use-union', label: t('One role, or all together') },
          { value: 'only-use-union', label: t('All roles together') },
        ]}
        onChange={(next) => choose.mutate(next)}
      />
    </Tooltip>
  );
}
