import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';

import { useSession } from '../../../client/session.tsx';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { browserHasPasskeys } from './passkey.ts';
import { PasskeyEnrolment } from './PasskeyEnrolment.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { StepFrame } from './StepFrame.tsx';
import { type Enrolled, TotpEnrolment } from './TotpEnrolment.tsx';

type Way = 'totp' | 'passkey';

/** The role demands a second factor and the person has none yet. */
export function EnrolStep({ startOver }: { readonly startOver: ReactNode }) {
  const t = useWords(messages);
  const { session, take } = useSession();
  const [way, setWay] = useState<Way>('totp');
  const [enrolled, setEnrolled] = useState<Enrolled | undefined>(undefined);
  const finish = (done: Enrolled) => {
    if (done.recoveryCodes === null) take(done.session);
    else setEnrolled(done);
  };
  if (enrolled)
    return (
      <RecoveryCodes codes={enrolled.recoveryCodes ?? []} onKept={() => take(enrolled.session)} />
    );
  return (
    <StepFrame title={t('enrol')} hint={t('enrolHint')}>
      {session.passkeysAvailable && browserHasPasskeys() ? (
        <Segmented<Way>
          block
          value={way}
          onChange={setWay}
          options={[
            { value: 'totp', label: t('totp') },
            { value: 'passkey', label: t('passkey') },
          ]}
        />
      ) : null}
      {way === 'totp' ? <TotpEnrolment onDone={finish} /> : <PasskeyEnrolment onDone={finish} />}
      {startOver}
    </StepFrame>
  );
}
