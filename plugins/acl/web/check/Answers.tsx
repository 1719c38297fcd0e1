import type { CollectionDefinition } from '@pergola/api';
import { nameOf, useAddress, useText } from '@pergola/plugin';
import { Card } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { Named } from '../model/answers';
import { shownAnswers, type Explanation } from '../model/explanation';
import { ActionItem } from './ActionItem';
import styles from './check.module.css';
import { RolesOf } from './RolesOf';

interface AnswersProps {
  explanation: Explanation;
  collection: CollectionDefinition | undefined;
  title: string;
  /** Whether a newer answer is on its way. */
  isOld: boolean;
}

/** A sentence for each action; those that are open are in the address. */
export function Answers({ explanation, collection, title, isOld }: AnswersProps) {
  const { t } = useTranslation();
  const text = useText();
  const [params, set] = useAddress();
  const open = (params.get('open') ?? '').split(',').filter(Boolean);
  const toggle = (action: string) =>
    set({ open: (open.includes(action) ? open.filter((one) => one !== action) : [...open, action]).join(',') });
  const titles = new Map(explanation.roles.map((role) => [role.name, text(role.title) || role.name]));
  const answers = shownAnswers(explanation);
  const named: Named = {
    person: nameOf(explanation.user),
    collection: title,
    hasRecord: answers.some(({ answer }) => answer.record !== null),
    roleTitle: (name) => titles.get(name) ?? name,
    text,
    t,
  };
  return (
    <div className={styles[isOld ? 'old' : 'answers']} aria-busy={isOld}>
      <Card isFlush>
        <ul className={styles['actions']} aria-label={t('What this means')}>
          {answers.map(({ action, answer }) => (
            <ActionItem
              key={action}
              action={action}
              answer={answer}
              collection={collection}
              named={named}
              isOpen={open.includes(action)}
              onToggle={() => toggle(action)}
            />
          ))}
        </ul>
      </Card>
      <RolesOf explanation={explanation} />
    </div>
  );
}
