import { Button } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';
import { useSession } from '../../../client/session.tsx';
import { useWords } from '../../words.ts';
import { EnrolStep } from './EnrolStep.tsx';
import { FactorStep } from './FactorStep.tsx';
import { messages } from './messages.ts';
import { NewPasswordStep } from './NewPasswordStep.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { StepFrame } from './StepFrame.tsx';
import { useStep } from './use-step.ts';

/** What is still missing of a sign-in; nothing once it is complete. */
export function SignInSteps() {
  const { session } = useSession();
  switch (session.step) {
    case 'anonymous':
      return <PasswordStep />;
    case 'change-password':
      return withStartOver(<NewPasswordStep />);
    case 'second-factor':
      return withStartOver(<FactorStep />);
    case 'enrol-factor':
      return <EnrolStep startOver={<StartOver />} />;
    case 'complete':
      return null;
  }
}

function withStartOver(step: React.ReactNode) {
  return (
    <>
      {step}
      <StartOver />
    </>
  );
}

function StartOver() {
  const t = useWords(messages);
  const { refresh } = useSession();
  const { isBusy, problem, attempt } = useStep();
  const leave = async () => {
    await call(routes.signOut, { asksToSignIn: false });
    await refresh();
  };
  return (
    <StepFrame problem={problem}>
      <Button type="link" block loading={isBusy} onClick={() => attempt(leave)}>
        {t('startOver')}
      </Button>
    </StepFrame>
  );
}
