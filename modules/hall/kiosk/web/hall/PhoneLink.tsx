import { useEffect, useState } from 'react';

import { call, useAct, useCall } from '#web/client/index.ts';
import { Action, Notice, ProblemNotice } from '#web/kit/public/index.ts';
import { Qr } from '#web/kit/Qr.tsx';
import { useWords } from '#web/kit/words.ts';

import { routes, type UploadLink } from '../../contract.ts';
import { messages } from '../messages.ts';
import { ACTIVITY } from './use-idle.ts';

const ASK_MS = 1500;

interface PhoneLinkProps {
  readonly label: string;
  readonly onFiles: (ids: readonly string[]) => void;
}

/** A code for one phone, the four digits that both screens show, and what came so far. */
export function PhoneLink({ label, onFiles }: PhoneLinkProps) {
  const open = useAct(routes.openLink);
  const { mutate } = open;
  useEffect(() => {
    mutate({ body: { label } });
  }, [mutate, label]);
  if (open.data === undefined) return <ProblemNotice problem={open.error} />;
  return (
    <Opened
      key={open.data.id}
      link={open.data}
      onFiles={onFiles}
      onAgain={() => mutate({ body: { label } })}
    />
  );
}

interface OpenedProps {
  readonly link: UploadLink & { readonly path: string };
  readonly onFiles: PhoneLinkProps['onFiles'];
  readonly onAgain: () => void;
}

function Opened({ link, onFiles, onAgain }: OpenedProps) {
  const t = useWords(messages);
  const [address] = useState(() => `${globalThis.location.origin}${link.path}`);
  const now = useCall(
    routes.getLink,
    { params: { id: link.id } },
    { refreshMs: ASK_MS, freshMs: 0 },
  );
  const { state, files } = now.data ?? link;
  useEffect(() => {
    globalThis.dispatchEvent(new Event(ACTIVITY));
  }, [state, files.length]);
  const use = () => {
    // The phone is told that it is over; files that came are kept either way.
    void call(routes.closeLink, { params: { id: link.id } }).catch(() => undefined);
    onFiles(files.map((file) => file.id));
  };
  return (
    <section className="ow-kiosk-phone">
      {state === 'closed' ? (
        <Notice tone="warn" title={t('phoneOver')} />
      ) : (
        <>
          <h3>{t('scanQr')}</h3>
          <Qr className="ow-kiosk-qr" content={address} label={t('qrLabel')} />
          <p className="ow-kiosk-match">{t('match', { code: link.matchCode })}</p>
          <output>{t(state === 'joined' ? 'phoneJoined' : 'phoneWaiting')}</output>
        </>
      )}
      <p>
        <strong>{t('received', { count: files.length })}</strong>
      </p>
      <ul>
        {files.map((file) => (
          <li key={file.id}>{file.name}</li>
        ))}
      </ul>
      <div className="ow-sheet-actions">
        <Action look="strong" isDisabled={files.length === 0} onPress={use}>
          {t('use')}
        </Action>
        {state === 'closed' ? <Action onPress={onAgain}>{t('again')}</Action> : null}
      </div>
    </section>
  );
}
