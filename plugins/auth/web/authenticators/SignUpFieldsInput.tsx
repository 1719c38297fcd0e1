import { useText } from '@pergola/plugin';
import { Checkbox } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { SignUpField } from './authenticators';
import styles from './authenticators.module.css';
import { accountFields } from './signUpFields';

interface SignUpFieldsInputProps {
  value?: SignUpField[];
  onChange?: (value: SignUpField[]) => void;
}

const none: SignUpField[] = [];

/** Which fields somebody who signs up sees, and which they cannot leave out. */
export function SignUpFieldsInput({ value = none, onChange }: SignUpFieldsInputProps) {
  const { t } = useTranslation();
  const text = useText();
  const change = (field: string, changes: Partial<SignUpField>) =>
    onChange?.(value.map((one) => (one.field === field ? { ...one, ...changes } : one)));

  return (
    <ul className={styles['fields']}>
      {value.map(({ field, show, required }) => {
        const title = text(accountFields[field]) || field;
        return (
          <li key={field}>
            <Checkbox
              checked={show}
              onChange={({ target }) => change(field, { show: target.checked, required: target.checked && required })}
            >
              {title}
            </Checkbox>
            <Checkbox
              checked={required}
              disabled={!show}
              aria-label={t('{title} is required', { title })}
              onChange={({ target }) => change(field, { required: target.checked })}
            >
              {t('Required')}
            </Checkbox>
          </li>
        );
      })}
    </ul>
  );
}
