import { useId, useState } from 'react';

import { routes } from '#kernel/access/contract.ts';
import { ApiProblem, call } from '#web/client/index.ts';
import { useWords } from '#web/kit/words.ts';

import { readNonce } from './device-key.ts';
import { messages } from './messages.ts';

/** Takes the code that the device manager made, and gets the device its key. */
export function EnrolPage({ onEnrolled }: { readonly onEnrolled: (deviceKey: string) => void }) {
  const t = useWords(messages);
  const id = useId();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const enrol = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { deviceKey } = await call(routes.enrolDevice, {
        body: { code: code.trim(), nonce: readNonce() },
        asksToSignIn: false,
      });
      onEnrolled(deviceKey);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : t('enrolFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="ow-device">
      <h1>{t('enrolTitle')}</h1>
      <p>{t('enrolHint')}</p>
      <form
        className="ow-device-form"
        onSubmit={(event) => {
          event.preventDefault();
          void enrol();
        }}
      >
        <label htmlFor={id}>{t('code')}</label>
        <input
          id={id}
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={(event) => setCode(event.target.value)}
        />
        {problem === undefined ? null : (
          <p id={`${id}-problem`} role="alert" className="ow-device-problem">
            {problem}
          </p>
        )}
        <button type="submit" disabled={isBusy || code.trim().length < 4}>
          {t('enrol')}
        </button>
      </form>
    </main>
  );
}
