import { useText } from '@pergola/plugin';
import { Checkbox, Select, Switch } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { concerns, fieldsOfCollection, ruleFields } from '../model/fields';
import { actionTitles } from '../model/labels';
import {
  hasFields,
  hasRecords,
  ruleActions,
  withField,
  type RoleCollection,
  type Rule,
  type RuleAction,
  type Rules,
  type Scope,
} from '../model/rules';
import { recordsText, sentencesOf } from '../model/sentences';
import styles from './data.module.css';

interface RulesMatrixProps {
  collection: RoleCollection;
  scopes: readonly Scope[];
  /** Given by the form. */
  value?: Rules;
  onChange?: (rules: Rules) => void;
}

const nothing: Rules = {};

/** Actions side by side: whether, with which records, and with which fields. */
export function RulesMatrix({ collection, scopes, value = nothing, onChange }: RulesMatrixProps) {
  const { t } = useTranslation();
  const text = useText();
  const fields = ruleFields(collection);
  const fieldsOf = fieldsOfCollection(collection);
  const set = (action: RuleAction, rule: Rule | undefined) => {
    const { [action]: _, ...others } = value;
    onChange?.(rule ? { ...others, [action]: rule } : others);
  };
  const whole = (action: RuleAction): Rule => ({ fields: [...fieldsOf(action)], scope: 'all' });
  const scopeName = (key: string) => text(scopes.find((one) => one.key === key)?.name);
  const records = (action: RuleAction) => {
    const scope = value[action]?.scope ?? 'all';
    return recordsText(scope, scopeName(scope), t);
  };
  const numbersOf = (action: RuleAction) => ({ total: fieldsOf(action).length, records: records(action) });

  return (
    <>
      <ul className={styles['sentences']} aria-live="polite" aria-label={t('What this means')}>
        {sentencesOf(value, numbersOf, t).map(({ action, text: sentence }) => (
          <li key={action} {...(!value[action] && { className: styles['denied'] })}>
            {sentence}
          </li>
        ))}
      </ul>
      <div className={styles['scroll']}>
        <table className={styles['matrix']}>
          <thead>
            <tr>
              <th scope="col">{t('Allowed to')}</th>
              {ruleActions.map((action) => (
                <th key={action} scope="col">
                  {t(actionTitles[action])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('Allowed')}</th>
              {ruleActions.map((action) => (
                <td key={action}>
                  <Switch
                    size="small"
                    aria-label={t(actionTitles[action])}
                    checked={value[action] !== undefined}
                    onChange={(isOn) => set(action, isOn ? whole(action) : undefined)}
                  />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('Records')}</th>
              {ruleActions.map((action) => (
                <td key={action}>
                  <RecordsCell action={action} rule={value[action]} scopes={scopes} onChange={set} />
                </td>
              ))}
            </tr>
          </tbody>
          <tbody>
            <tr>
              <th scope="row">{t('All fields')}</th>
              {ruleActions.map((action) => {
                const rule = value[action];
                const all = fieldsOf(action);
                return (
                  <td key={action}>
                    {rule && hasFields(action) ? (
                      <Checkbox
                        aria-label={`${t(actionTitles[action])}: ${t('All fields')}`}
                        checked={rule.fields.length === all.length}
                        indeterminate={rule.fields.length > 0 && rule.fields.length < all.length}
                        onChange={(event) => set(action, { ...rule, fields: event.target.checked ? [...all] : [] })}
                      />
                    ) : (
                      <Dash />
                    )}
                  </td>
                );
              })}
            </tr>
            {fields.map((field) => {
              const title = text(field.uiSchema?.title) || field.name;
              return (
                <tr key={field.name}>
                  <th scope="row">{title}</th>
                  {ruleActions.map((action) => {
                    const rule = value[action];
                    return (
                      <td key={action}>
                        {rule && hasFields(action) && concerns(action, field) ? (
                          <Checkbox
                            aria-label={`${t(actionTitles[action])}: ${title}`}
                            checked={rule.fields.includes(field.name)}
                            onChange={(event) =>
                              set(action, withField(rule, field.name, event.target.checked, fieldsOf(action)))
                            }
                          />
                        ) : (
                          <Dash />
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RecordsCellProps {
  action: RuleAction;
  rule: Rule | undefined;
  scopes: readonly Scope[];
  onChange: (action: RuleAction, rule: Rule) => void;
}

function RecordsCell({ action, rule, scopes, onChange }: RecordsCellProps) {
  const { t } = useTranslation();
  const text = useText();
  if (!rule || !hasRecords(action)) {
    return <Dash />;
  }
  return (
    <Select
      size="small"
      aria-label={`${t(actionTitles[action])}: ${t('Records')}`}
      popupMatchSelectWidth={false}
      value={rule.scope}
      options={scopes.map((scope) => ({ value: scope.key, label: text(scope.name) }))}
      onChange={(scope) => onChange(action, { ...rule, scope })}
    />
  );
}

const Dash = () => (
  <span aria-hidden="true" className={styles['dash']}>
    –
  </span>
);
