import type { CollectionDefinition } from '@pergola/api';
import { CheckIcon, FoldedIcon, NextIcon, StopIcon, VisuallyHidden } from '@pergola/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { headlineOf, reasonsOf, type Named } from '../model/answers';
import { isYes, type ActionAnswer } from '../model/explanation';
import type { RuleAction } from '../model/rules';
import styles from './check.module.css';
import { FieldAnswers } from './FieldAnswers';
import { RoleTable } from './RoleTable';

interface ActionItemProps {
  action: RuleAction;
  answer: ActionAnswer;
  collection: CollectionDefinition | undefined;
  named: Named;
  isOpen: boolean;
  onToggle: () => void;
}

/** One action: whether, why, and on demand what every role says and which fields it is about. */
export function ActionItem({ action, answer, collection, named, isOpen, onToggle }: ActionItemProps) {
  const { t } = useTranslation();
  const id = useId();
  const isAllowed = isYes(answer);
  const hasDetails = answer.roles.length > 0;
  const head = (
    <>
      <span className={styles[isAllowed ? 'yes' : 'no']} aria-hidden="true">
        {isAllowed ? <CheckIcon /> : <StopIcon />}
      </span>
      <span className={styles['words']}>
        <VisuallyHidden>{isAllowed ? t('Allowed') : t('Not allowed')}: </VisuallyHidden>
        <span className={styles['headline']}>{headlineOf(action, answer, named)}</span>
        {reasonsOf(answer, named).map((reason) => (
          <span key={reason} className={styles['reason']}>
            {reason}
          </span>
        ))}
      </span>
    </>
  );
  if (!hasDetails) {
    return (
      <li className={styles['item']}>
        <div className={styles['head']}>{head}</div>
      </li>
    );
  }
  return (
    <li className={styles['item']}>
      <button
        type="button"
        className={styles['head']}
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': id })}
        onClick={onToggle}
      >
        {head}
        <span className={styles['fold']} aria-hidden="true">
          {isOpen ? <NextIcon /> : <FoldedIcon />}
        </span>
      </button>
      {isOpen && (
        <div id={id} className={styles['details']}>
          <RoleTable action={action} answer={answer} named={named} />
          <FieldAnswers action={action} answer={answer} collection={collection} />
        </div>
      )}
    </li>
  );
}
