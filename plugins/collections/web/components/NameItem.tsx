import { Form, Input } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { isTaken, longestName, namePattern } from '../names';

interface NameItemProps {
  name?: string | string[];
  label: string;
  extra?: string;
  isFixed?: boolean;
  /** Names that are in use already. */
  taken?: Iterable<string>;
  onTyped?: () => void;
}

const nothing: string[] = [];

/** A name of the database: looked at while it is typed. */
export function NameItem({ name = 'name', label, extra, isFixed = false, taken = nothing, onTyped }: NameItemProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[
        { required: true, message: t('Give it a name.') },
        { pattern: namePattern, message: t('Use letters, digits and underscores, and begin with a letter.') },
        { max: longestName, message: t('Use at most {count} characters.', { count: longestName }) },
        {
          validator: (_, value: string) =>
            !isFixed && isTaken(value ?? '', taken)
              ? Promise.reject(new Error(t('This name is taken. Choose another one.')))
              : Promise.resolve(),
        },
      ]}
    >
      <Input disabled={isFixed} spellCheck={false} autoComplete="off" onChange={onTyped} />
    </Form.Item>
  );
}
