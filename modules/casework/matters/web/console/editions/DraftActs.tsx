import { useAct, useMay } from '#web/client/index.ts';
import { ConfirmButton, To, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type EditionSummary, permissions, routes } from '../../../contract.ts';
import { messages } from './messages.ts';

/** Comparing, throwing away and submitting; what was not saved is not submitted. */
export function DraftActs({
  edition,
  isDirty,
}: {
  readonly edition: EditionSummary;
  readonly isDirty: boolean;
}) {
  const t = useWords(messages);
  const may = useMay();
  const go = useGo();
  const submit = useAct(routes.submitDraft);
  const discard = useAct(routes.discardDraft);
  const isMine = edition.state === 'draft' && may(permissions.draft);
  const params = { id: edition.id };
  const { version, note } = edition;
  return (
    <>
      {edition.number > 1 ? <To to={`/matters/comparison/${edition.id}`}>{t('compare')}</To> : null}
      {isMine ? (
        <>
          <ConfirmButton
            danger
            consequence={t('discardHint')}
            done={t('discarded')}
            onConfirm={async () => {
              await discard.mutateAsync({ params, body: { version } });
              go(edition.kind === 'bundle' ? '/matters/bundles' : '/matters/matters');
            }}
          >
            {t('discard')}
          </ConfirmButton>
          <ConfirmButton
            disabled={isDirty}
            consequence={t('submitHint')}
            done={t('submitted')}
            onConfirm={() => submit.mutateAsync({ params, body: { version, note } })}
          >
            {t('submit')}
          </ConfirmButton>
        </>
      ) : null}
    </>
  );
}
