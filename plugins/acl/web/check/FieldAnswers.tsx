import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { concerns } from '../model/fields';
import type { ActionAnswer } from '../model/explanation';
import { hasFields, type RuleAction } from '../model/rules';
import styles from './check.module.css';

interface FieldAnswersProps {
  action: RuleAction;
  answer: ActionAnswer;
  collection: CollectionDefinition | undefined;
}

/** The fields an action is about: those that are open, and those that are not. */
export function FieldAnswers({ action, answer, collection }: FieldAnswersProps) {
  const { t } = useTranslation();
  if (!answer.isAllowed || !hasFields(action) || !collection) {
    return null;
  }
  const fields = (collection.fields ?? []).filter((field) => field.interface && isAbout(action, field));
  const { hidden } = answer;
  const isOpen = ({ name }: FieldDefinition) =>
    hidden ? !hidden.includes(name) : (answer.fields?.includes(name) ?? true);
  const open = fields.filter(isOpen);
  const closed = fields.filter((field) => !isOpen(field));
  return (
    <dl className={styles['fields']}>
      <dt>{hidden ? t('Fields that are seen') : t('Fields that can be filled in')}</dt>
      <dd>{closed.length === 0 ? t('All fields') : <FieldTags fields={open} />}</dd>
      {closed.length > 0 && (
        <>
          <dt>{hidden ? t('Hidden fields') : t('Fields that cannot be filled in')}</dt>
          <dd>
            <FieldTags fields={closed} />
          </dd>
        </>
      )}
    </dl>
  );
}

const isAbout = (action: RuleAction, field: FieldDefinition): boolean =>
  action === 'view' || action === 'export' || concerns(action, field);

function FieldTags({ fields }: { fields: readonly FieldDefinition[] }) {
  const { t } = useTranslation();
  const text = useText();
  return fields.length === 0 ? (
    <span className={styles['quiet']}>{t('None')}</span>
  ) : (
    <span className={styles['tags']}>
      {fields.map((field) => (
        <Tag key={field.name}>{text(field.uiSchema?.title) || field.name}</Tag>
      ))}
    </span>
  );
}
