import { useId, useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  EmptyState,
  PublicPage,
  useGo,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { Verdict } from './Verdict.tsx';

import './licences.css';

/** Where a code is typed. */
export function VerifyPage() {
  const t = useWords(messages);
  return (
    <PublicPage title={t('verify')} lead={t('verifyLead')}>
      <Card>
        <CodeForm />
      </Card>
    </PublicPage>
  );
}

function CodeForm() {
  const t = useWords(messages);
  const go = useGo();
  const id = useId();
  const [code, setCode] = useState('');
  return (
    <form
      className="ow-plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = code.trim().split('/').at(-1) ?? '';
        if (typed !== '') go(`/verify/licence/${encodeURIComponent(typed)}`);
      }}
    >
      <div className="ow-plain-field">
        <label htmlFor={id}>{t('code')}</label>
        <input
          id={id}
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      <div className="ow-sheet-actions">
        <Action look="strong" submits>
          {t('check')}
        </Action>
      </div>
    </form>
  );
}

const NOT_FOUND = new Set(['request/not-found', 'request/invalid-input']);

/** What the code on a licence leads to: whether it holds now, for whoever has it in their hands. */
export function VerifiedPage() {
  const t = useWords(messages);
  const code = useParam('code');
  const answer = useCall(
    routes.getPublicLicence,
    { params: { code } },
    { asksToSignIn: false, freshMs: 0 },
  );
  const isUnknown = answer.error !== null && NOT_FOUND.has(answer.error.code);
  return (
    <PublicPage title={t('verify')}>
      {isUnknown ? (
        <EmptyState title={t('notFound')} hint={t('notFoundHint')} />
      ) : (
        <WithPublicAnswer answer={answer}>
          {(licence) => <Verdict licence={licence} />}
        </WithPublicAnswer>
      )}
      <div className="ow-sheet-actions">
        <ActionLink look="quiet" to="/verify/licence">
          {t('checkAnother')}
        </ActionLink>
      </div>
    </PublicPage>
  );
}
