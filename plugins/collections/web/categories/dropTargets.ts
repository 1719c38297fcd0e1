import { closestCenter, pointerWithin, type CollisionDetection, type UniqueIdentifier } from '@dnd-kit/core';

const prefix = 'category:';

/** Categories and rows share one drag area; their ids must not meet. */
export const chipId = (key: string): string => prefix + key;

export const isChip = (id: UniqueIdentifier): boolean => String(id).startsWith(prefix);

export const chipKey = (id: UniqueIdentifier): string => String(id).slice(prefix.length);

/** A row finds the category below the pointer, else the nearest row; a category finds other categories. */
export const dropTarget: CollisionDetection = (args) => {
  const chips = args.droppableContainers.filter((container) => isChip(container.id));
  if (isChip(args.active.id)) {
    return closestCenter({ ...args, droppableContainers: chips });
  }
  const below = pointerWithin({ ...args, droppableContainers: chips });
  const rows = args.droppableContainers.filter((container) => !isChip(container.id));
  return below.length > 0 ? below : closestCenter({ ...args, droppableContainers: rows });
};
