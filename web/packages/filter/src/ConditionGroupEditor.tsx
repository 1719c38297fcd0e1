import { Button, CloseIcon, PlusIcon, Segmented } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { deepest, isGroup, replaceAt, type ConditionGroup, type ConditionNode } from './conditions';
import { ConditionRow } from './ConditionRow';
import styles from './Conditions.module.css';
import { useFilterSetting } from './FilterContext';
import { firstCondition } from './firstCondition';

interface ConditionGroupEditorProps {
  group: ConditionGroup;
  /** 1 for the outermost. */
  depth: number;
  onChange: (group: ConditionGroup) => void;
  onRemove?: () => void;
}

export function ConditionGroupEditor({ group, depth, onChange, onRemove }: ConditionGroupEditorProps) {
  const { t } = useTranslation();
  const { collection } = useFilterSetting();
  const add = (node: ConditionNode) => onChange({ ...group, items: [...group.items, node] });
  const replace = (index: number, node: ConditionNode | null) => onChange(replaceAt(group, [index], node));

  return (
    <fieldset className={depth === 1 ? styles['outermost'] : styles['group']} aria-label={t('Group of conditions')}>
      <div className={styles['head']}>
        <Segmented<ConditionGroup['logic']>
          size="small"
          value={group.logic}
          onChange={(logic) => onChange({ ...group, logic })}
          options={[
            { value: '$and', label: t('All conditions') },
            { value: '$or', label: t('Any condition') },
          ]}
        />
        {onRemove && (
          <Button type="text" size="small" icon={<CloseIcon />} aria-label={t('Remove group')} onClick={onRemove} />
        )}
      </div>
      {group.items.map((item, index) =>
        isGroup(item) ? (
          <ConditionGroupEditor
            key={index}
            group={item}
            depth={depth + 1}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => replace(index, null)}
          />
        ) : (
          <ConditionRow
            key={index}
            condition={item}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => replace(index, null)}
          />
        ),
      )}
      <div className={styles['add']}>
        <Button size="small" type="dashed" icon={<PlusIcon />} onClick={() => add(firstCondition(collection))}>
          {t('Add condition')}
        </Button>
        {depth < deepest && (
          <Button
            size="small"
            type="dashed"
            icon={<PlusIcon />}
            onClick={() =>
              add({ logic: group.logic === '$and' ? '$or' : '$and', items: [firstCondition(collection)] })
            }
          >
            {t('Add group')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
