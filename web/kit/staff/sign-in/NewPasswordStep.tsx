import { Button, Form } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';
import { useSession } from '../../../client/session.tsx';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { StepFrame } from './StepFrame.tsx';
import { useStep } from './use-step.ts';

/** The one-time password must be replaced before anything else. */
export function NewPasswordStep() {
  const t = useWords(messages);
  const { take, session } = useSession();
  const { isBusy, problem, attempt } = useStep();
  const change = async ({ newPassword }: { readonly newPassword: string }) => {
    take(await call(routes.changePendingPassword, { body: { newPassword }, asksToSignIn: false }));
  };
  return (
    <StepFrame title={t('firstTime')} problem={problem}>
      <Form<{ newPassword: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => attempt(() => change(typed))}
      >
        {/* Password managers learn whose password this is. */}
        <input hidden readOnly autoComplete="username" value={session.actor.name} />
        <NewPasswordFields />
        <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
          {t('setPassword')}
        </Button>
      </Form>
    </StepFrame>
  );
}
