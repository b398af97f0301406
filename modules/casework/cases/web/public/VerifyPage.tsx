import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  Action,
  Card,
  EmptyState,
  Facts,
  Notice,
  PublicPage,
  TimeText,
  useGo,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  documentRoutes,
  type DocumentVerification,
  documentWords,
} from '../../contract/documents.ts';
import { messages } from './messages.ts';

const NOT_FOUND = new Set(['cases/document-unknown', 'request/invalid-input']);

/** Whether a paper is genuine, for anybody who scans the code that is printed on it. */
export function VerifyPage() {
  const t = useWords(messages);
  const code = useParam('code');
  const answer = useCall(documentRoutes.verifyDocument, { params: { code } });
  const isUnknown = answer.error !== null && NOT_FOUND.has(answer.error.code);
  return (
    <PublicPage title={t('verify')} lead={t('verifyLead')}>
      {isUnknown ? (
        <EmptyState title={t('paperNotFound')} hint={t('paperNotFoundHint')} />
      ) : (
        <WithPublicAnswer answer={answer}>
          {(paper) => <Verdict paper={paper} code={code} />}
        </WithPublicAnswer>
      )}
      <Another />
    </PublicPage>
  );
}

function Verdict({ paper, code }: { readonly paper: DocumentVerification; readonly code: string }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <>
      <Notice
        tone={paper.isGenuine ? 'good' : 'bad'}
        title={t(paper.isGenuine ? 'genuine' : 'notGenuine')}
      />
      <Card hint={t('compare')}>
        <Facts
          facts={[
            { name: t('kind'), value: say(documentWords[paper.kind]) },
            { name: t('number'), value: paper.number },
            { name: t('issued'), value: <TimeText at={paper.issuedAt} /> },
            { name: t('authority'), value: paper.authority },
            { name: t('matter'), value: paper.matter },
            { name: t('applicant'), value: paper.applicant },
            { name: t('code'), value: <code>{code}</code> },
            { name: t('digest'), value: <code>{paper.digest}</code> },
            { name: t('key'), value: <code>{paper.keyId}</code> },
          ]}
        />
      </Card>
    </>
  );
}

function Another() {
  const t = useWords(messages);
  const go = useGo();
  const [code, setCode] = useState('');
  return (
    <Card title={t('verifyOther')}>
      <form
        className="ow-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') go(`/verify/${encodeURIComponent(code.trim())}`);
        }}
      >
        <div className="ow-plain-field">
          <label htmlFor="verify-code">{t('code')}</label>
          <input
            id="verify-code"
            value={code}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <div className="ow-sheet-actions">
          <Action submits look="strong">
            {t('verifyAct')}
          </Action>
        </div>
      </form>
    </Card>
  );
}
