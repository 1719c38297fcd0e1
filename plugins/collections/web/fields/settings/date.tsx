import { Checkbox, Form, Select } from '@pergola/ui';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { defineSettings, propsOf, withProps } from './fieldSettings';

interface DateSettings {
  /** Empty for the reader's own. */
  dateFormat: string;
  timeFormat?: string;
  showTime?: boolean;
  defaultToCurrentTime?: boolean;
  onUpdateToCurrentTime?: boolean;
}

const dateFormats = ['YYYY-MM-DD', 'YYYY/MM/DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'D MMM YYYY'];
const timeFormats = ['HH:mm', 'HH:mm:ss', 'hh:mm a', 'hh:mm:ss a'];

/** A moment whose day, month and hour cannot be mistaken for one another. */
const sample = dayjs('2024-11-23T16:05:07');

function DateFormatItem() {
  const { t } = useTranslation();
  return (
    <Form.Item name={['settings', 'dateFormat']} label={t('Shown as')}>
      <Select
        options={[
          { value: '', label: t('As the reader is used to') },
          ...dateFormats.map((format) => ({ value: format, label: sample.format(format) })),
        ]}
      />
    </Form.Item>
  );
}

function TimeItems() {
  const { t } = useTranslation();
  const hasTime = Form.useWatch(['settings', 'showTime']) === true;
  const hasFormat = Boolean(Form.useWatch(['settings', 'dateFormat']));
  return (
    <>
      <DateFormatItem />
      <Form.Item name={['settings', 'showTime']} valuePropName="checked">
        <Checkbox>{t('With the time of day')}</Checkbox>
      </Form.Item>
      {hasTime && hasFormat && (
        <Form.Item name={['settings', 'timeFormat']} label={t('Time of day shown as')}>
          <Select options={timeFormats.map((format) => ({ value: format, label: sample.format(format) }))} />
        </Form.Item>
      )}
    </>
  );
}

function InstantItems() {
  const { t } = useTranslation();
  return (
    <>
      <TimeItems />
      <Form.Item name={['settings', 'defaultToCurrentTime']} valuePropName="checked">
        <Checkbox>{t('Begin with the moment a record is added')}</Checkbox>
      </Form.Item>
      <Form.Item name={['settings', 'onUpdateToCurrentTime']} valuePropName="checked">
        <Checkbox>{t('Note the moment of every change')}</Checkbox>
      </Form.Item>
    </>
  );
}

const format = (field: Parameters<typeof propsOf>[0]) => (propsOf(field)['dateFormat'] as string | null | undefined) ?? '';

const readTime = (field: Parameters<typeof propsOf>[0]): DateSettings => ({
  dateFormat: format(field),
  timeFormat: (propsOf(field)['timeFormat'] as string | undefined) ?? 'HH:mm',
  showTime: propsOf(field)['showTime'] === true,
});

const writeTime = ({ dateFormat, timeFormat, showTime }: DateSettings) =>
  withProps({ dateFormat: dateFormat || null, showTime: showTime ?? false, ...(timeFormat && { timeFormat }) });

export const dateOnlySettings = defineSettings<DateSettings>({
  Items: DateFormatItem,
  read: (field) => ({ dateFormat: format(field) }),
  write: ({ dateFormat }) => withProps({ dateFormat: dateFormat || null }),
});

export const timeSettings = defineSettings<DateSettings>({ Items: TimeItems, read: readTime, write: writeTime });

export const instantSettings = defineSettings<DateSettings>({
  Items: InstantItems,
  read: (field) => ({
    ...readTime(field),
    defaultToCurrentTime: field['defaultToCurrentTime'] === true,
    onUpdateToCurrentTime: field['onUpdateToCurrentTime'] === true,
  }),
  write: (values) => ({
    ...writeTime(values),
    defaultToCurrentTime: values.defaultToCurrentTime ?? false,
    onUpdateToCurrentTime: values.onUpdateToCurrentTime ?? false,
  }),
});
