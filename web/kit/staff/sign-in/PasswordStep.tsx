import { Button, Divider, Form, Input } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';
import { useSession } from '../../../client/session.tsx';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { browserHasPasskeys, provePasskey } from './passkey.ts';
import { StepFrame } from './StepFrame.tsx';
import { useStep } from './use-step.ts';

interface Typed {
  readonly loginName: string;
  readonly password: string;
}

/** Name and password, or a passkey alone. */
export function PasswordStep() {
  const t = useWords(messages);
  const { session, take } = useSession();
  const { isBusy, problem, note, attempt } = useStep();
  const byPassword = async (body: Typed) =>
    take(await call(routes.signIn, { body, asksToSignIn: false }));
  const byPasskey = async () => {
    const body = await provePasskey();
    take(await call(routes.signInWithPasskey, { body, asksToSignIn: false }));
  };
  return (
    <StepFrame problem={problem} note={note}>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => attempt(() => byPassword(body))}
      >
        <Form.Item name="loginName" label={t('loginName')} rules={[{ required: true }]}>
          <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true }]}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
          {t('signIn')}
        </Button>
      </Form>
      {session.passkeysAvailable && browserHasPasskeys() ? (
        <>
          <Divider />
          <Button size="large" block disabled={isBusy} onClick={() => attempt(byPasskey)}>
            {t('withPasskey')}
          </Button>
        </>
      ) : null}
    </StepFrame>
  );
}
