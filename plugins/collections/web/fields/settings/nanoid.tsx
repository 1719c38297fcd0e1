import { Form, Input, InputNumber } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { defineSettings } from './fieldSettings';

interface NanoidSettings {
  size: number;
  customAlphabet: string;
}

const alphabet = '0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function NanoidItems() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={['settings', 'size']} label={t('Characters')}>
        <InputNumber min={1} max={255} precision={0} />
      </Form.Item>
      <Form.Item name={['settings', 'customAlphabet']} label={t('Made of')}>
        <Input spellCheck={false} />
      </Form.Item>
    </>
  );
}

export const nanoidSettings = defineSettings<NanoidSettings>({
  Items: NanoidItems,
  read: (field) => ({
    size: Number(field['size'] ?? 12),
    customAlphabet: String(field['customAlphabet'] ?? alphabet),
  }),
  write: ({ size, customAlphabet }) => ({ size, customAlphabet }),
});
