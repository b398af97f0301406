import { useAct, useMay } from '#web/client/index.ts';
import { ConfirmButton, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Document, permissions, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { sayYuan } from '../parts/say-yuan.ts';
import { ReturnButton } from './ReturnButton.tsx';

const REVERSIBLE: ReadonlyArray<Document['kind']> = [
  'adjustment',
  'transfer',
  'reservation',
  'contract',
  'settlement',
  'payment',
];

/** What this person may do with a document now: take it back, return it, sign it, or ask for its reversal. */
export function DocumentActs({ document }: { readonly document: Document }) {
  const t = useWords(messages);
  const check = useAct(routes.checkDocument);
  const approve = useAct(routes.approveDocument);
  const withdraw = useAct(routes.withdrawDocument);
  const sent = { params: { id: document.id }, body: { version: document.version } };
  const has = (act: Document['acts'][number]) => document.acts.includes(act);
  const said = t('documentSaid', { title: document.title, amount: sayYuan(document.amount) });
  return (
    <>
      {has('withdraw') ? (
        <ConfirmButton
          question={t('withdraw')}
          consequence={said}
          done={t('withdrawn')}
          onConfirm={() => withdraw.mutateAsync(sent)}
        >
          {t('withdraw')}
        </ConfirmButton>
      ) : null}
      {has('return') ? <ReturnButton document={document} /> : null}
      {has('check') ? (
        <ConfirmButton
          type="primary"
          question={t('check')}
          consequence={said}
          done={t('signed')}
          onConfirm={() => check.mutateAsync(sent)}
        >
          {t('check')}
        </ConfirmButton>
      ) : null}
      {has('approve') ? (
        <ConfirmButton
          type="primary"
          question={t('approve')}
          consequence={said}
          done={t('signed')}
          onConfirm={() => approve.mutateAsync(sent)}
        >
          {t('approve')}
        </ConfirmButton>
      ) : null}
      {document.state === 'approved' ? <Reverse document={document} /> : null}
    </>
  );
}

/** 冲销 begins at the document that it undoes. */
function Reverse({ document }: { readonly document: Document }) {
  const t = useWords(messages);
  const may = useMay();
  const go = useGo();
  const act = useAct(routes.prepareDocument, {
    onDone: ({ id }) => go(`/contracts/documents/${id}`),
  });
  if (!may(permissions.prepare) || document.isReversed || !REVERSIBLE.includes(document.kind))
    return null;
  const body = { kind: 'reversal' as const, documentId: document.id };
  const reason = `${t('reversal')} ${document.number} ${document.title}`;
  return (
    <ConfirmButton
      danger
      question={t('reverse')}
      consequence={t('reverseHint')}
      done={t('handedOver')}
      onConfirm={() => act.mutateAsync({ body: { body, reason } })}
    >
      {t('reverse')}
    </ConfirmButton>
  );
}
