import { useText } from '@pergola/plugin';
import { Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../model/explanation';
import styles from './check.module.css';

interface RolePickerProps {
  id: string;
  explanation: Explanation;
  onChange: (role: string) => void;
}

const union = '__union__';

/** Which of their roles the person acts as; all of them together where the app offers it. */
export function RolePicker({ id, explanation, onChange }: RolePickerProps) {
  const { t } = useTranslation();
  const text = useText();
  const { roles, actingAs, roleMode } = explanation;
  const all = roleMode === 'allow-use-union' ? [{ value: union, label: t('All roles together') }] : [];
  return (
    <Select
      id={id}
      className={styles['select'] ?? ''}
      value={actingAs.length === 1 ? actingAs[0] : union}
      options={[...roles.map((role) => ({ value: role.name, label: text(role.title) || role.name })), ...all]}
      onChange={onChange}
    />
  );
}
