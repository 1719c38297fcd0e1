import { isRelation, visibleFields } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Button, Form, Input, Select, type InputRef } from '@pergola/ui';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { defineSettings, type SettingsProps } from './fieldSettings';
import styles from './settings.module.css';
import { unknownNames } from './formulaNames';

interface FormulaSettings {
  engine: string;
  expression: string;
  dataType: string;
}

const example = 'round({{price}} * {{count}}, 2)';
const textExample = '{{city}}, {{country}}';

type TextArea = { resizableTextArea?: { textArea: HTMLTextAreaElement } | undefined };

function FormulaItems({ collection, isNew }: SettingsProps) {
  const { t } = useTranslation();
  const text = useText();
  const form = Form.useFormInstance();
  const area = useRef<(InputRef & TextArea) | null>(null);
  const engine = Form.useWatch(['settings', 'engine']);
  const fields = visibleFields(collection).filter((field) => !isRelation(field) && field.type !== 'formula');

  const insert = (name: string) => {
    const element = area.current?.resizableTextArea?.textArea;
    const now = String(form.getFieldValue(['settings', 'expression']) ?? '');
    const [from, to] = [element?.selectionStart ?? now.length, element?.selectionEnd ?? now.length];
    form.setFieldValue(['settings', 'expression'], `${now.slice(0, from)}{{${name}}}${now.slice(to)}`);
    element?.focus();
  };

  return (
    <>
      <Form.Item name={['settings', 'engine']} label={t('Computed by')}>
        <Select
          options={[
            { value: 'math.js', label: t('Math: empty fields make the result empty') },
            { value: 'formula.js', label: t('Spreadsheet: empty fields count as 0') },
            { value: 'string', label: t('Text: values in the places of the fields') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['settings', 'expression']}
        label={t('Expression')}
        extra={t('Such as {example}', { example: engine === 'string' ? textExample : example })}
        rules={[
          { required: true, whitespace: true, message: t('Say what is computed.') },
          {
            validator: (_, expression: string) => {
              const unknown = unknownNames(expression ?? '', collection);
              return unknown.length === 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('There is no field {name}.', { name: unknown.join(', ') })));
            },
          },
        ]}
      >
        <Input.TextArea
          ref={area as never}
          className={styles['code'] ?? ''}
          spellCheck={false}
          autoSize={{ minRows: 2, maxRows: 8 }}
        />
      </Form.Item>
      <div className={styles['insert']} role="group" aria-label={t('Insert a field')}>
        {fields.map((field) => (
          <Button key={field.name} size="small" onClick={() => insert(field.name)}>
            {text(field.uiSchema?.title) || field.name}
          </Button>
        ))}
      </div>
      <Form.Item name={['settings', 'dataType']} label={t('The result is')}>
        <Select
          disabled={!isNew}
          options={[
            { value: 'double', label: t('a number') },
            { value: 'decimal', label: t('an exact decimal') },
            { value: 'bigInt', label: t('a whole number') },
            { value: 'string', label: t('a text') },
            { value: 'boolean', label: t('yes or no') },
            { value: 'date', label: t('a date') },
          ]}
        />
      </Form.Item>
    </>
  );
}

export const formulaSettings = defineSettings<FormulaSettings>({
  Items: FormulaItems,
  read: (field) => ({
    engine: String(field['engine'] ?? 'math.js'),
    expression: String(field['expression'] ?? ''),
    dataType: String(field['dataType'] ?? 'double'),
  }),
  write: ({ engine, expression, dataType }, isNew) => ({ engine, expression, ...(isNew && { dataType }) }),
});
