import { Button, Form, Input } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { makePasskey } from './passkey.ts';
import { StepFrame } from './StepFrame.tsx';
import type { Enrolled } from './TotpEnrolment.tsx';
import { useStep } from './use-step.ts';

/** Sets up a passkey under a name by which the person knows it again. */
export function PasskeyEnrolment({ onDone }: { readonly onDone: (enrolled: Enrolled) => void }) {
  const t = useWords(messages);
  const { isBusy, problem, note, attempt } = useStep();
  const add = async (name: string) => {
    const made = await makePasskey(await call(routes.beginPasskey));
    onDone(await call(routes.addPasskey, { body: { ...made, name } }));
  };
  return (
    <StepFrame hint={t('passkeyHint')} problem={problem} note={note}>
      <Form<{ name: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ name }) => attempt(() => add(name.trim()))}
      >
        <Form.Item
          name="name"
          label={t('passkeyName')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input size="large" maxLength={60} placeholder={t('passkeyExample')} />
        </Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
          {t('passkeyAdd')}
        </Button>
      </Form>
    </StepFrame>
  );
}
