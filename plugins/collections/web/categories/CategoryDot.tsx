import { Badge } from '@pergola/ui';

/** The colour of a category; its name stands beside it. */
export function CategoryDot({ color }: { color: string }) {
  return color === 'default' ? <Badge status="default" /> : <Badge color={color} />;
}
