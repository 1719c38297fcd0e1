import {
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Active,
  type Announcements,
  type Over,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** A press becomes a drag only after it has moved, so that clicks stay clicks. */
const pointer = { activationConstraint: { distance: 5 } };
const keyboard = { coordinateGetter: sortableKeyboardCoordinates };

const titleOf = (part: Active | Over): string => String(part.data.current?.['title'] ?? part.id);
const placeOf = (part: Over): number => Number(part.data.current?.['sortable']?.index ?? 0) + 1;

function announcementsOf(t: TFunction): Announcements {
  // Whoever has just picked something up is above its own place, which is no news.
  let isFresh = false;
  return {
    onDragStart: ({ active }) => {
      isFresh = true;
      return t('You hold {title}.', { title: titleOf(active) });
    },
    onDragOver: ({ active, over }) => {
      const isNews = !isFresh || over?.id !== active.id;
      isFresh = false;
      return over && isNews
        ? t('{title} is at place {place}.', { title: titleOf(active), place: placeOf(over) })
        : undefined;
    },
    onDragEnd: ({ active, over }) =>
      over ? t('{title} was put at place {place}.', { title: titleOf(active), place: placeOf(over) }) : undefined,
    onDragCancel: ({ active }) => t('{title} is back where it was.', { title: titleOf(active) }),
  };
}

/** Dragging with pointer and keyboard, and what a screen reader says meanwhile. */
export function useSorting() {
  const { t } = useTranslation();
  const sensors = useSensors(useSensor(PointerSensor, pointer), useSensor(KeyboardSensor, keyboard));
  const accessibility = useMemo(() => {
    const screenReaderInstructions = {
      draggable: t('Press space to pick it up, the arrow keys to move it, space to put it down, Esc to leave it.'),
    };
    return { announcements: announcementsOf(t), screenReaderInstructions };
  }, [t]);
  return { sensors, accessibility };
}
