import { Form, Input } from 'antd';

import { useWords } from '../../words.ts';
import { messages } from './messages.ts';

/** A new password, twice; `newPassword` is its name in the form. */
export function NewPasswordFields() {
  const t = useWords(messages);
  return (
    <>
      <Form.Item
        name="newPassword"
        label={t('newPassword')}
        extra={t('newPasswordHint')}
        rules={[{ required: true }]}
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('repeatPassword')}
        dependencies={['newPassword']}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: async (_rule, value: unknown) => {
              if (value !== getFieldValue('newPassword')) throw new Error(t('notSame'));
            },
          }),
        ]}
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
