import { useText } from '@pergola/plugin';
import { BackIcon, FoldedIcon, Select, VisuallyHidden } from '@pergola/ui';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { allPaths, fieldsAlong, pathsIn, stepsOf, titleOfPath, type FieldPath } from './fieldPaths';
import styles from './FieldPathPicker.module.css';
import { useFilterSetting } from './FilterContext';

interface FieldPathPickerProps {
  path: string;
  onChange: (path: string) => void;
}

/**
 * Chooses a field of the collection, or of what it is related to, however far away. An arrow leads into a relation and
 * back, by pointer or by key; the search finds what lies within.
 */
export function FieldPathPicker({ path, onChange }: FieldPathPickerProps) {
  const { t } = useTranslation();
  const text = useText();
  const { collection, collections } = useFilterSetting();
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  /** Null in the collection itself. */
  const [inside, setInside] = useState<FieldPath | null>(null);
  const isSearching = search !== '';
  const paths = useMemo(() => {
    if (!isOpen) {
      return [];
    }
    return isSearching ? allPaths(collection, collections, text) : pathsIn(inside, collection, collections, text);
  }, [isOpen, isSearching, inside, collection, collections, text]);
  const fields = fieldsAlong(path, collection, collections);
  const title = fields ? titleOfPath(fields, text) : path;
  const above = inside && (stepsOf(inside.path, collection, collections, text).at(-1) ?? null);

  const toggle = (open: boolean) => {
    setIsOpen(open);
    if (open) {
      setInside(stepsOf(path, collection, collections, text).at(-1) ?? null);
    }
  };
  const press = (event: KeyboardEvent) => {
    const at = paths[active];
    if (!isOpen || isSearching) {
      return;
    }
    if (event.key === 'ArrowRight' && at?.leads) {
      event.preventDefault();
      setInside(at);
    } else if (event.key === 'ArrowLeft' && inside) {
      event.preventDefault();
      setInside(above);
    }
  };

  return (
    <Select
      aria-label={t('Field')}
      value={path}
      popupMatchSelectWidth={280}
      showSearch={{ optionFilterProp: 'label', searchValue: search, onSearch: setSearch }}
      labelRender={() => <span title={title}>{title}</span>}
      options={paths.map((one) => ({ value: one.path, label: one.title, at: one }))}
      optionRender={({ data: { at } }) =>
        isSearching ? at.title : <Entry at={at} onEnter={() => setInside(at)} />
      }
      popupRender={(menu) => (
        <>
          {inside && !isSearching && (
            <button
              type="button"
              className={styles['back']}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setInside(above)}
            >
              <BackIcon aria-hidden /> {inside.title}
              <VisuallyHidden>{t('Back')}</VisuallyHidden>
            </button>
          )}
          {menu}
        </>
      )}
      notFoundContent={t('Nothing has this name.')}
      onOpenChange={toggle}
      onActive={(one) => setActive(Math.max(0, paths.findIndex((at) => at.path === one)))}
      onKeyDown={press}
      onChange={onChange}
    />
  );
}

/** The arrow is for the pointer; keys go without it. */
function Entry({ at, onEnter }: { at: FieldPath; onEnter: () => void }) {
  return (
    <span className={styles['entry']}>
      <span className={styles['title']}>{at.label}</span>
      {at.leads && (
        <span
          aria-hidden="true"
          className={styles['arrow']}
          onClick={(event) => {
            event.stopPropagation();
            onEnter();
          }}
        >
          <FoldedIcon />
        </span>
      )}
    </span>
  );
}
