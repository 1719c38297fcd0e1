import { Tag } from '@pergola/ui';
import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import { useText } from '@pergola/plugin';
import styles from '../views.module.css';

export function ChoiceView({ field, value }: ViewProps) {
  const text = useText();
  const values = Array.isArray(value) ? value : value === null || value === undefined || value === '' ? [] : [value];
  if (values.length === 0) {
    return <Dash />;
  }
  return (
    <span className={styles['tags']}>
      {values.map((item) => {
        const option = field.uiSchema?.enum?.find((candidate) => String(candidate.value) === String(item));
        const color = option?.color ?? 'default';
        return (
          <Tag
            key={String(item)}
            variant="filled"
            color={color}
            {...(color !== 'default' && { className: styles['choice'] ?? '' })}
          >
            {text(option?.label) || String(item)}
          </Tag>
        );
      })}
    </span>
  );
}
