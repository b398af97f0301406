import { Button, Form, Input } from 'antd';

import { useWords } from '../../words.ts';
import { messages } from './messages.ts';

interface CodeFormProps {
  readonly isRecovery?: boolean;
  readonly isBusy: boolean;
  readonly onCode: (code: string) => void;
}

/** Six digits of a code generator, or a recovery code. */
export function CodeForm({ isRecovery = false, isBusy, onCode }: CodeFormProps) {
  const t = useWords(messages);
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => onCode(code.trim())}
    >
      <Form.Item
        name="code"
        label={t(isRecovery ? 'recoveryCode' : 'code')}
        extra={isRecovery ? t('recoveryHint') : undefined}
        rules={[{ required: true }]}
      >
        <Input
          size="large"
          className="ow-code"
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          maxLength={isRecovery ? 20 : 6}
        />
      </Form.Item>
      <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
        {t('confirm')}
      </Button>
    </Form>
  );
}
