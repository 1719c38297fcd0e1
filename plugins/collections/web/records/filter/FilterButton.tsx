import type { CollectionDefinition } from '@pergola/api';
import { Button, FilterIcon, Popover } from '@pergola/ui';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { countOf, type ConditionGroup } from '../conditions';
import { FilterBuilder } from './FilterBuilder';

interface FilterButtonProps {
  collection: CollectionDefinition;
  conditions: ConditionGroup;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onChange: (conditions: ConditionGroup) => void;
}

export function FilterButton({ collection, conditions, isOpen, onOpenChange, onChange }: FilterButtonProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const count = countOf(conditions);
  const panel = useRef<HTMLDivElement>(null);
  const toggle = (open: boolean) => {
    // A click elsewhere keeps the focus where the click has put it.
    if (!open && panel.current?.contains(document.activeElement)) {
      button.current?.focus();
    }
    onOpenChange(open);
  };

  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={isOpen}
      onOpenChange={toggle}
      afterOpenChange={(open) => {
        if (open) {
          const inputs = panel.current;
          (inputs?.querySelector<HTMLElement>('[data-value] input') ?? inputs?.querySelector('input'))?.focus();
        }
      }}
      destroyOnHidden
      content={
        <div ref={panel}>
          <FilterBuilder
            collection={collection}
            conditions={conditions}
            onApply={(applied) => {
              toggle(false);
              onChange(applied);
            }}
          />
        </div>
      }
    >
      <Button ref={button} icon={<FilterIcon />} type={count ? 'primary' : 'default'} ghost={count > 0}>
        {count ? t('Filter ({count})', { count }) : t('Filter')}
      </Button>
    </Popover>
  );
}
