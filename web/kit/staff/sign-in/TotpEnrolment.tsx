import { QRCode, Skeleton } from 'antd';

import { routes } from '#kernel/access/contract.ts';

import type { AnswerTo } from '../../../client/call.ts';
import { call } from '../../../client/call.ts';
import { ProblemNotice } from '../../common/index.ts';
import { useWords } from '../../words.ts';
import { CodeForm } from './CodeForm.tsx';
import { messages } from './messages.ts';
import { StepFrame } from './StepFrame.tsx';
import { useBeginning } from './use-beginning.ts';
import { useStep } from './use-step.ts';

export type Enrolled = AnswerTo<typeof routes.confirmTotp>;

/** Sets up a code generator: scan, then give the first code. */
export function TotpEnrolment({ onDone }: { readonly onDone: (enrolled: Enrolled) => void }) {
  const t = useWords(messages);
  const begun = useBeginning(() => call(routes.beginTotp));
  const { isBusy, problem, attempt } = useStep();
  if (begun.problem !== undefined)
    return <ProblemNotice problem={begun.problem} onRetry={begun.repeat} />;
  if (!begun.answer) return <Skeleton active />;
  const { uri, secret } = begun.answer;
  const confirm = async (code: string) =>
    onDone(await call(routes.confirmTotp, { body: { code } }));
  return (
    <StepFrame hint={t('totpHint')} problem={problem}>
      <figure className="ow-qr">
        <figcaption className="ow-only-read">{t('qrCode')}</figcaption>
        <div aria-hidden="true">
          <QRCode
            value={uri}
            size={200}
            type="svg"
            errorLevel="M"
            bordered={false}
            color="#000000"
            bgColor="#ffffff"
          />
        </div>
      </figure>
      <p className="ow-step-hint">
        {t('totpSecret')}{' '}
        <code className="ow-secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeForm isBusy={isBusy} onCode={(code) => attempt(() => confirm(code))} />
    </StepFrame>
  );
}
