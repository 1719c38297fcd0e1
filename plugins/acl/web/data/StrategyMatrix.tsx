import { Card, Segmented, Skeleton } from '@pergola/ui';
import { LoadFailure } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { actionTitles, reachTitles } from '../model/labels';
import type { RuleAction } from '../model/rules';
import { reachSentence } from '../model/sentences';
import { reachesOf, reachOf, strategyActions, withReach, type Reach } from '../model/strategy';
import pageStyles from '../pages/roles.module.css';
import { useStrategy } from '../queries';
import styles from './data.module.css';
import { useStrategyChange } from './useStrategyChange';

/** What a role may do with every collection that has no rules of its own. */
export function StrategyMatrix({ role }: { role: string }) {
  const { t } = useTranslation();
  const { data: strategy, error, refetch } = useStrategy(role);
  const change = useStrategyChange(role);

  return (
    <Card>
      <div className={pageStyles['stack']}>
        <h3>{t('For every collection')}</h3>
        {error && !strategy && <LoadFailure error={error} onRetry={() => void refetch()} />}
        {!error && !strategy && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
        {strategy && (
          <div className={styles['reaches']}>
            {strategyActions.map((action) => {
              const reach = reachOf(strategy, action.name);
              const name = action.name as RuleAction;
              const title = t(actionTitles[name]);
              return (
                <div key={action.name} className={styles['reach']}>
                  <span aria-hidden="true">{title}</span>
                  <Segmented<Reach>
                    aria-label={title}
                    name={`${role}-${action.name}`}
                    value={reach}
                    options={reachesOf(action).map((one) => ({
                      value: one,
                      label: action.isAboutNew && one === 'all' ? t('Yes') : t(reachTitles[one]),
                    }))}
                    onChange={(one) => change(withReach(strategy, action.name, one))}
                  />
                  <span className={styles['sentence']}>{reachSentence(name, reach, t)}</span>
                </div>
              );
            })}
          </div>
        )}
        <p className={pageStyles['quiet']}>
          {t('Own records are those that the person has created. Changes here are saved at once.')}
        </p>
      </div>
    </Card>
  );
}
