import { useEffect, useState } from 'react';

import { randomToken } from '#kernel/ids/token.ts';
import { useAct } from '#web/client/index.ts';
import { formatInstant } from '#web/kit/format.ts';
import {
  Card,
  EmptyState,
  Notice,
  ProblemNotice,
  PublicPage,
  UploadField,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type JoinedLink, routes } from '../../contract.ts';
import { messages } from '../messages.ts';

import './upload.css';

const NONCE = 'onewindow.upload-nonce';

/** The same phone after a reload is the same phone; another one is not. */
function readNonce(): string {
  const kept = sessionStorage.getItem(NONCE);
  if (kept !== null) return kept;
  const made = randomToken(24);
  sessionStorage.setItem(NONCE, made);
  return made;
}

/** On a phone: sends papers to the kiosk whose code it scanned. The token stands after the # and goes in no address. */
export function UploadPage() {
  const t = useWords(messages);
  const [token] = useState(() => globalThis.location.hash.slice(1));
  return (
    <PublicPage title={t('upTitle')}>
      {token === '' ? (
        <EmptyState title={t('upNoLink')} hint={t('upNoLinkHint')} />
      ) : (
        <Joining token={token} />
      )}
    </PublicPage>
  );
}

function Joining({ token }: { readonly token: string }) {
  const [nonce] = useState(readNonce);
  const join = useAct(routes.joinLink);
  const { mutate } = join;
  useEffect(() => {
    mutate({ body: { token, nonce } });
  }, [mutate, token, nonce]);
  if (join.data === undefined) return <ProblemNotice problem={join.error} />;
  return <Joined link={join.data} fields={{ token, nonce }} />;
}

interface JoinedProps {
  readonly link: JoinedLink;
  readonly fields: { readonly token: string; readonly nonce: string };
}

function Joined({ link, fields }: JoinedProps) {
  const t = useWords(messages);
  const [sent, setSent] = useState(link.sentFiles);
  return (
    <Card
      hint={t('upMost', {
        count: link.mostFiles,
        time: formatInstant(link.expiresAt, t.language),
      })}
    >
      <p>{t('upTo', { kiosk: link.kiosk, label: link.label })}</p>
      <p className="ow-upload-match">
        {t('upMatch')} <strong>{link.matchCode}</strong>
      </p>
      <UploadField
        label={t('upChoose')}
        contract={routes.sendFiles}
        place={{}}
        fields={fields}
        accept="image/*,.pdf"
        isMany
        onDone={({ sentFiles }) => setSent(sentFiles)}
      />
      {sent === 0 ? null : <Notice tone="good" title={t('upSent', { count: sent })} />}
      <p className="ow-upload-private">{t('upPrivacy')}</p>
    </Card>
  );
}
