import { useState } from 'react';

import { Action, Card, formatDay, Notice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnCase, routes } from '../../../contract.ts';
import { messages } from '../messages.ts';
import { ActProblem } from './ActProblem.tsx';
import { type NewFiles, PaperUploads, toInputs } from './PaperUploads.tsx';
import { useOwnAct } from './use-own-act.ts';

/** 容缺: the papers that were to follow. */
export function SupplementCard({ file }: { readonly file: OwnCase }) {
  const t = useWords(messages);
  const [files, setFiles] = useState<NewFiles>({});
  const [isEmpty, setEmpty] = useState(false);
  const { problem, isBusy, isStale, send } = useOwnAct(routes.supplementOwn, () => setFiles({}));
  const papers = file.papers.filter(({ state }) => state === 'deferred');
  const hint =
    file.supplementDueOn === null
      ? t('supplementsHintPlain')
      : t('supplementsHint', { day: formatDay(file.supplementDueOn, t.language, true) });
  const submit = () => {
    const inputs = toInputs(files);
    setEmpty(inputs.length === 0);
    if (inputs.length > 0)
      send({ params: { id: file.id }, body: { version: file.version, papers: inputs } });
  };
  return (
    <Card title={t('supplements')} hint={hint}>
      <PaperUploads papers={papers} files={files} onChange={setFiles} />
      {isEmpty ? <Notice tone="warn" title={t('nothingAdded')} /> : null}
      <ActProblem problem={problem} isStale={isStale} />
      <div className="ow-sheet-actions">
        <Action look="strong" isBusy={isBusy} onPress={submit}>
          {t('sendSupplements')}
        </Action>
      </div>
    </Card>
  );
}
