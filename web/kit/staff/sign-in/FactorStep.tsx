import { Button, Segmented } from 'antd';
import { useState } from 'react';

import type { SessionView } from '#kernel/access/contract-session.ts';
import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';
import { useSession } from '../../../client/session.tsx';
import { useWords } from '../../words.ts';
import { CodeForm } from './CodeForm.tsx';
import { messages } from './messages.ts';
import { provePasskey } from './passkey.ts';
import { StepFrame } from './StepFrame.tsx';
import { useStep } from './use-step.ts';

type Factor = SessionView['factors'][number];

const names = { totp: 'useCode', passkey: 'usePasskey', 'recovery-code': 'useRecovery' } as const;

/** The second factor, in whichever of the person's ways. */
export function FactorStep() {
  const t = useWords(messages);
  const { session, take } = useSession();
  const { isBusy, problem, note, attempt } = useStep();
  const [chosen, setChosen] = useState<Factor | undefined>(session.factors[0]);
  const byCode = async (code: string) =>
    take(await call(routes.giveSecondFactor, { body: { code }, asksToSignIn: false }));
  const byPasskey = async () => {
    const body = await provePasskey();
    take(await call(routes.giveSecondFactor, { body, asksToSignIn: false }));
  };
  return (
    <StepFrame
      title={t('secondFactor')}
      hint={t(chosen === 'passkey' ? 'passkeyHint' : 'secondFactorHint')}
      problem={problem}
      note={note}
    >
      {session.factors.length > 1 ? (
        <Segmented<Factor>
          block
          value={chosen ?? 'totp'}
          options={session.factors.map((factor) => ({ value: factor, label: t(names[factor]) }))}
          onChange={setChosen}
        />
      ) : null}
      {chosen === 'passkey' ? (
        <Button
          type="primary"
          size="large"
          block
          loading={isBusy}
          onClick={() => attempt(byPasskey)}
        >
          {t('passkeyAsk')}
        </Button>
      ) : (
        <CodeForm
          key={chosen ?? 'none'}
          isRecovery={chosen === 'recovery-code'}
          isBusy={isBusy}
          onCode={(code) => attempt(() => byCode(code))}
        />
      )}
    </StepFrame>
  );
}
