import { Form, Input } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

const unusable = /[@<>"'/]/;
const longest = 50;

/** Name, and what somebody signs in with or is reached by. */
export function AccountItems({ isOwn = false }: { isOwn?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="nickname" label={t('Nickname')} extra={isOwn ? undefined : t('How others see this person.')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="username"
        label={t('Username')}
        dependencies={['email']}
        rules={[
          { max: longest, message: t('Use at most {count} characters.', { count: longest }) },
          {
            validator: (_, value: string | undefined) =>
              unusable.test(value ?? '')
                ? Promise.reject(new Error(t('A username has none of these characters: {characters}', { characters: '@ < > " \' /' })))
                : Promise.resolve(),
          },
          ({ getFieldValue }) => ({
            validator: (_, value: string | undefined) =>
              value?.trim() || String(getFieldValue('email') ?? '').trim()
                ? Promise.resolve()
                : Promise.reject(new Error(t('Give a username or an email address; one of them is needed to sign in.'))),
          }),
        ]}
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('Email')}
        rules={[{ type: 'email', message: t('This is not an email address. Look for missing parts.') }]}
      >
        <Input type="email" autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('Phone')}>
        <Input type="tel" autoComplete="off" />
      </Form.Item>
    </>
  );
}
