import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { CollectionDefinition } from '@pergola/api';
import { visibleFields } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Button, Input, SearchIcon } from '@pergola/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ColumnChoice.module.css';
import { ColumnEntry } from './ColumnEntry';
import { shownFields } from './columns';

interface ColumnChoiceProps {
  collection: CollectionDefinition;
  columns: readonly string[] | null;
  /** Null for those shown when nobody has chosen. */
  onChange: (columns: string[] | null) => void;
}

/** Which columns there are, and in what order; the shown ones come first. */
export function ColumnChoice({ collection, columns, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const [search, setSearch] = useState('');
  /** Drawn anew in its other list; the focus goes there with it. */
  const [toggled, setToggled] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const titles = new Map(visibleFields(collection).map((field) => [field.name, text(field.uiSchema?.title) || field.name]));
  const titleOf = (name: string | number) => titles.get(String(name)) ?? String(name);
  const matches = (name: string) => titleOf(name).toLowerCase().includes(search.trim().toLowerCase());
  const shown = shownFields(collection, columns).map((field) => field.name);
  const hidden = [...titles.keys()].filter((name) => !shown.includes(name) && matches(name));
  const found = shown.filter(matches);

  const place = (name: string | number | undefined) => ({ place: shown.indexOf(String(name)) + 1, count: shown.length });
  const toggle = (name: string, names: string[]) => {
    setToggled(name);
    onChange(names);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) {
      onChange(arrayMove(shown, shown.indexOf(String(active.id)), shown.indexOf(String(over.id))));
    }
  };

  return (
    <div className={styles['choice']}>
      <Input
        allowClear
        prefix={<SearchIcon />}
        aria-label={t('Search columns')}
        placeholder={t('Search columns')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setToggled(null);
        }}
      />
      <div className={styles['lists']}>
        <DndContext
          id={id}
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={drop}
          accessibility={{
            screenReaderInstructions: {
              draggable: t('Press the space bar, move with the arrow keys, and press the space bar again to drop.'),
            },
            announcements: {
              onDragStart: ({ active }) => t('{title} is picked up.', { title: titleOf(active.id) }),
              onDragOver: ({ active, over }) =>
                t('{title} is at {place} of {count}.', { title: titleOf(active.id), ...place(over?.id) }),
              onDragEnd: ({ active, over }) =>
                t('{title} is dropped at {place} of {count}.', { title: titleOf(active.id), ...place(over?.id) }),
              onDragCancel: ({ active }) => t('{title} stays where it was.', { title: titleOf(active.id) }),
            },
          }}
        >
          <SortableContext items={found} strategy={verticalListSortingStrategy}>
            <ul aria-label={t('Shown columns')}>
              {found.map((name) => (
                <ColumnEntry
                  key={name}
                  name={name}
                  title={titleOf(name)}
                  isShown
                  isFixed={shown.length === 1}
                  hasFocus={name === toggled}
                  onToggle={() => toggle(name, shown.filter((one) => one !== name))}
                />
              ))}
            </ul>
          </SortableContext>
        </DndContext>
        {hidden.length > 0 && (
          <ul aria-label={t('Hidden columns')}>
            {hidden.map((name) => (
              <ColumnEntry
                key={name}
                name={name}
                title={titleOf(name)}
                isShown={false}
                hasFocus={name === toggled}
                onToggle={() => toggle(name, [...shown, name])}
              />
            ))}
          </ul>
        )}
        {found.length + hidden.length === 0 && <p className={styles['none']}>{t('Nothing has this name.')}</p>}
      </div>
      <Button size="small" type="link" disabled={columns === null} onClick={() => onChange(null)}>
        {t('As at first')}
      </Button>
    </div>
  );
}
