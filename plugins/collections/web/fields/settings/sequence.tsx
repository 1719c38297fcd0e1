import { Checkbox, Form } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { defineSettings } from './fieldSettings';
import { isComplete, newPattern, type Pattern } from './patterns';
import { PatternsInput } from './PatternsInput';

interface SequenceSettings {
  patterns: Pattern[];
  inputable: boolean;
}

function SequenceItems() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={['settings', 'patterns']}
        label={t('Parts')}
        rules={[
          {
            validator: (_, patterns: Pattern[] | undefined) =>
              patterns?.length && patterns.every(isComplete)
                ? Promise.resolve()
                : Promise.reject(new Error(t('It needs at least one part, and no part may be empty.'))),
          },
        ]}
      >
        <PatternsInput />
      </Form.Item>
      <Form.Item name={['settings', 'inputable']} valuePropName="checked">
        <Checkbox>{t('A number may also be typed')}</Checkbox>
      </Form.Item>
    </>
  );
}

export const sequenceSettings = defineSettings<SequenceSettings>({
  Items: SequenceItems,
  read: (field) => ({
    patterns: (field['patterns'] as Pattern[] | undefined) ?? [newPattern('integer')],
    inputable: field['inputable'] === true,
  }),
  // What is typed must fit the parts, so that the counter knows where to go on.
  write: ({ patterns, inputable }) => ({ patterns, inputable, match: inputable }),
});
