import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import { CollapseAllIcon, ExpandAllIcon } from '@pergola/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './grid/grid.module.css';
import { parentsIn } from './grid/lines';
import type { TreeControls } from './grid/RecordGrid';
import { childrenFieldOf } from './tree';
import type { TableView, ViewChange } from './view';

const nothing: ReadonlySet<string> = new Set();

/** Which branches are open, and what opens and closes them. */
export function useTree(
  collection: CollectionDefinition,
  view: TableView,
  rows: readonly RecordValues[],
  onChange: (change: ViewChange) => void,
) {
  const { t } = useTranslation();
  const [expanded, setExpanded] = useState(nothing);
  const childrenField = childrenFieldOf(collection, view);
  const keyField = keyFieldOf(collection);
  const canAdd = collection.access?.create !== false;

  const controls = useMemo<TreeControls | null>(() => {
    if (childrenField === null) {
      return null;
    }
    const parents = parentsIn(rows, keyField, childrenField);
    const isOpen = parents.length > 0 && parents.every((key) => expanded.has(key));
    const Icon = isOpen ? CollapseAllIcon : ExpandAllIcon;
    const label = isOpen ? t('Collapse all') : t('Expand all');
    const toggleAll = () => setExpanded(isOpen ? nothing : new Set(parents));
    return {
      childrenField,
      toggle: (key) =>
        setExpanded((now) => {
          const next = new Set(now);
          return next.delete(key) ? next : next.add(key);
        }),
      ...(canAdd && {
        addChild: (key: string) => {
          setExpanded((now) => new Set(now).add(key));
          onChange({ record: 'new', parent: key });
        },
      }),
      head: parents.length > 0 && (
        <button
          type="button"
          className={styles['all']}
          title={label}
          aria-label={label}
          onClick={(event) => {
            event.stopPropagation();
            toggleAll();
          }}
        >
          <Icon />
        </button>
      ),
    };
  }, [childrenField, rows, keyField, expanded, canAdd, onChange, t]);

  return { controls, childrenField, expanded };
}
