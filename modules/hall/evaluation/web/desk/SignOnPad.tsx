import { Button } from 'antd';
import { useEffect, useState } from 'react';

import { routes as queue } from '#modules/hall/queue/contract.ts';
import { useAct, useCall, useLive, useMay } from '#web/client/index.ts';
import { Notice, ProblemNotice, type SignSlotProps, StatusTag } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Confirmation, LIVE_WINDOW, permissions, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** Has a paper of a case, or the receipt for its result, read and signed on the pad of the window. */
export function SignOnPad(props: SignSlotProps) {
  const may = useMay();
  const desk = useCall(queue.getDesk, undefined, {
    enabled: may(permissions.invite),
    freshMs: 30_000,
  });
  const windowId = desk.data?.session?.windowId;
  if (!may(permissions.invite)) return null;
  return <AtWindow {...props} windowId={windowId} />;
}

function AtWindow({
  caseId,
  documentId,
  onSigned,
  windowId,
}: SignSlotProps & { readonly windowId: string | undefined }) {
  const t = useWords(messages);
  const [askedId, setAsked] = useState<string>();
  const list = useCall(routes.listConfirmations, { query: { caseId } }, { freshMs: 2_000 });
  useLive(windowId === undefined ? [] : [`${LIVE_WINDOW}/${windowId}`]);
  const ask = useAct(routes.askToConfirm, { onDone: ({ id }) => setAsked(id) });
  const withdraw = useAct(routes.withdrawConfirmation);
  const own = (list.data?.items ?? []).filter((one) => one.documentId === documentId);
  const asked = own.find(({ id }) => id === askedId);
  const last = asked ?? own.find(({ state }) => state === 'signed');
  const fileId = asked?.state === 'signed' ? asked.signatureFileId : null;
  useEffect(() => {
    if (fileId !== null) onSigned?.(fileId);
  }, [fileId, onSigned]);
  const isAsking = asked?.state === 'asked';
  return (
    <span className="ow-sign-on-pad">
      <Outcome confirmation={last} />
      {isAsking ? (
        <Button
          size="small"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { id: asked.id } })}
        >
          {t('takeBack')}
        </Button>
      ) : (
        <Button
          size="small"
          disabled={windowId === undefined}
          title={windowId === undefined ? t('signInFirst') : ''}
          loading={ask.isPending}
          onClick={() =>
            windowId === undefined
              ? undefined
              : ask.mutate({ body: { windowId, caseId, documentId } })
          }
        >
          {t(last?.state === 'signed' ? 'signOnPadAgain' : 'signOnPad')}
        </Button>
      )}
      <ProblemNotice problem={ask.error ?? withdraw.error} />
    </span>
  );
}

function Outcome({ confirmation }: { readonly confirmation: Confirmation | undefined }) {
  const t = useWords(messages);
  if (confirmation === undefined) return null;
  const { state, proofHash } = confirmation;
  switch (state) {
    case 'asked':
      return <StatusTag tone="busy">{t('onPad')}</StatusTag>;
    case 'signed':
      return (
        <StatusTag tone="good">{t('signedHash', { hash: proofHash?.slice(0, 8) ?? '' })}</StatusTag>
      );
    case 'declined':
      return <Notice tone="warn" title={t('declined')} />;
    case 'lapsed':
      return <Notice tone="warn" title={t('lapsed')} />;
    case 'withdrawn':
      return null;
  }
}
