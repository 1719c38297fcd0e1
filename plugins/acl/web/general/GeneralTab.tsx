import type { Role } from '@pergola/api';
import { Card, Checkbox, SwitchRow } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { settingsPages } from '../model/labels';
import { allSettings, hasPage, hasSnippet, withPage, withSnippet } from '../model/snippets';
import styles from './general.module.css';
import { useSnippets } from './useSnippets';
import pageStyles from '../pages/roles.module.css';

export function GeneralTab({ role, isFixed }: { role: Role; isFixed: boolean }) {
  const { t } = useTranslation();
  const { snippets, change } = useSnippets(role);
  const set = (name: string) => (isOn: boolean) => change(withSnippet(snippets, name, isOn));
  const common = (name: string) => ({ isOn: hasSnippet(snippets, name) || isFixed, isFixed, onChange: set(name) });

  return (
    <div className={pageStyles['stack']}>
      <Card>
        <dl className={styles['facts']}>
          <dt>{t('Name')}</dt>
          <dd>
            <code>{role.name}</code>
          </dd>
          <dt>{t('Description')}</dt>
          <dd>{role.description || '–'}</dd>
          <dt>{t('New users get this role')}</dt>
          <dd>{role.default ? t('Yes') : t('No')}</dd>
        </dl>
      </Card>
      <Card>
        <div className={pageStyles['stack']}>
          <h3>{t('What people with this role may set up')}</h3>
          <SwitchRow
            title={t('Configure the interface')}
            about={t('Build pages and change what stands on them.')}
            {...common('ui.*')}
          />
          <SwitchRow
            title={t('Manage plugins')}
            about={t('Add plugins, switch them on and off.')}
            {...common('pm')}
          />
          <SwitchRow
            title={t('Settings')}
            about={t('All pages of the settings that are ticked, and those that come later.')}
            {...common(allSettings)}
          >
            <fieldset className={styles['pages']} aria-label={t('Pages of the settings')}>
              {settingsPages.map((page) => (
                <Checkbox
                  key={page.snippet}
                  checked={hasPage(snippets, page.snippet) || isFixed}
                  disabled={isFixed}
                  onChange={(event) => change(withPage(snippets, page.snippet, event.target.checked))}
                >
                  {t(page.title)}
                </Checkbox>
              ))}
            </fieldset>
          </SwitchRow>
          <SwitchRow
            title={t('Restart and caches')}
            about={t('Restart the app and empty its caches.')}
            {...common('app')}
          />
          <p className={pageStyles['quiet']}>{t('Changes here are saved at once.')}</p>
        </div>
      </Card>
    </div>
  );
}
