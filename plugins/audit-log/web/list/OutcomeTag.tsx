import { Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { outcomeOf, type Entry } from '../model/entry';
import { outcomeColors, outcomeTitles } from '../model/words';

export function OutcomeTag({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const outcome = outcomeOf(entry);
  return (
    <Tag color={outcomeColors[outcome]} title={String(entry.status)}>
      {t(outcomeTitles[outcome])}
    </Tag>
  );
}
