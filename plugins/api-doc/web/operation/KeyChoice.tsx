import { Input, Segmented } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './operation.module.css';

interface KeyChoiceProps {
  /** The key to send with; null for the session. */
  token: string | null;
  onChange: (token: string | null) => void;
}

/** Who sends: the person at the screen, or a program with its key. The key is kept nowhere. */
export function KeyChoice({ token, onChange }: KeyChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['who']}>
      <Segmented
        aria-label={t('Send as')}
        value={token === null ? 'session' : 'key'}
        options={[
          { value: 'session', label: t('My session') },
          { value: 'key', label: t('API key') },
        ]}
        onChange={(who) => onChange(who === 'session' ? null : '')}
      />
      {token !== null && (
        <Input.Password
          className={styles['key'] ?? ''}
          aria-label={t('API key')}
          placeholder={t('Paste an API key')}
          autoComplete="off"
          value={token}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
