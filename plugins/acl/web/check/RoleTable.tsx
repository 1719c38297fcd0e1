import { useTranslation } from 'react-i18next';
import { reachText, roleReason, type Named } from '../model/answers';
import type { ActionAnswer, RoleAnswer } from '../model/explanation';
import { actionTitles } from '../model/labels';
import { hasRecords, type RuleAction } from '../model/rules';
import styles from './check.module.css';

interface RoleTableProps {
  action: RuleAction;
  answer: ActionAnswer;
  named: Named;
}

/** What every role of the person says of an action on its own. */
export function RoleTable({ action, answer, named }: RoleTableProps) {
  const { t } = useTranslation();
  const knowsRecord = answer.record !== null;
  const titles = {
    role: t('Role'),
    answer: t('Answer'),
    records: t('Records'),
    within: t('This record'),
  };
  const records = (role: RoleAnswer) => (role.isAllowed && hasRecords(action) ? reachText(role, named) : '–');
  const within = (role: RoleAnswer) => (role.isWithin === null ? '–' : role.isWithin ? t('Within reach') : t('Out of reach'));
  return (
    <table className={styles['table']} aria-label={`${t('Roles')}: ${t(actionTitles[action])}`}>
      <thead>
        <tr>
          <th scope="col">{titles.role}</th>
          <th scope="col">{titles.answer}</th>
          <th scope="col">{titles.records}</th>
          {knowsRecord && <th scope="col">{titles.within}</th>}
        </tr>
      </thead>
      <tbody>
        {answer.roles.map((role) => (
          <tr key={role.name}>
            <th scope="row">
              {named.roleTitle(role.name)}
              {!role.acts && <span className={styles['quiet']}> {t('does not count now')}</span>}
            </th>
            <td data-label={titles.answer}>
              {role.isAllowed ? t('Allowed') : t('Not allowed')}
              <span className={styles['reason']}>{roleReason(role, named)}</span>
            </td>
            <td data-label={titles.records}>
              {records(role)}
              {role.conditions.map((condition) => (
                <code key={JSON.stringify(condition)} className={styles['condition']}>
                  {JSON.stringify(condition)}
                </code>
              ))}
            </td>
            {knowsRecord && <td data-label={titles.within}>{within(role)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
