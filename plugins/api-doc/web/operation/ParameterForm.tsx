import { useTranslation } from 'react-i18next';
import type { Parameter } from '../model/document';
import type { Values } from '../model/request';
import styles from './operation.module.css';
import { ParameterInput } from './ParameterInput';

interface ParameterFormProps {
  parameters: readonly Parameter[];
  values: Values;
  broken: readonly string[];
  onChange: (name: string, value: string) => void;
}

export function ParameterForm({ parameters, values, broken, onChange }: ParameterFormProps) {
  const { t } = useTranslation();
  if (parameters.length === 0) {
    return <p className={styles['quiet']}>{t('This action takes no parameters.')}</p>;
  }
  return (
    <div className={styles['parameters']}>
      {parameters.map((parameter) => (
        <ParameterInput
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          isBroken={broken.includes(parameter.name)}
          onChange={(value) => onChange(parameter.name, value)}
        />
      ))}
    </div>
  );
}
