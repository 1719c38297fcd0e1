import { isLanguage, languages } from '@pergola/plugin';
import { Checkbox, Input, SearchIcon, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { TextModule } from '../model/text';
import styles from '../texts.module.css';
import { useModuleTitle } from './useModuleTitle';

interface ToolsProps {
  locale: string;
  enabled: readonly string[];
  module: string;
  modules: readonly TextModule[];
  search: string;
  onlyMissing: boolean;
  onChange: (changes: Readonly<Record<string, string | null>>) => void;
}

/** What the list shows, kept in the address. */
export function Tools({ locale, enabled, module, modules, search, onlyMissing, onChange }: ToolsProps) {
  const { t } = useTranslation();
  const moduleTitle = useModuleTitle();
  const titleOf = (tag: string) => (isLanguage(tag) ? languages.find((language) => language.tag === tag)?.title : undefined) ?? tag;
  const tags = [...new Set([...enabled, ...languages.map(({ tag }) => tag as string), locale])];
  return (
    <div className={styles['tools']}>
      <Select<string>
        aria-label={t('Language')}
        popupMatchSelectWidth={false}
        value={locale}
        options={tags.map((tag) => ({
          value: tag,
          label: enabled.includes(tag) ? titleOf(tag) : t('{language} (not switched on)', { language: titleOf(tag) }),
        }))}
        onChange={(tag) => onChange({ locale: tag, page: null })}
      />
      <Select<string>
        aria-label={t('Part')}
        popupMatchSelectWidth={false}
        value={module}
        options={[
          { value: '', label: t('All parts') },
          ...modules.map(({ name, title }) => ({ value: name, label: moduleTitle(title) })),
        ]}
        onChange={(name) => onChange({ module: name, page: null })}
      />
      <Input
        className={styles['search'] ?? ''}
        prefix={<SearchIcon />}
        allowClear
        placeholder={t('Search texts')}
        aria-label={t('Search texts')}
        value={search}
        onChange={(event) => onChange({ search: event.target.value, page: null })}
      />
      <Checkbox checked={onlyMissing} onChange={(event) => onChange({ missing: event.target.checked ? '1' : null, page: null })}>
        {t('Only missing')}
      </Checkbox>
    </div>
  );
}
