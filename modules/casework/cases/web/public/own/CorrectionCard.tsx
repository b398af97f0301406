import { useState } from 'react';

import type { FormValues } from '#modules/casework/matters/contract.ts';
import { FormFill } from '#modules/casework/matters/web/parts.ts';
import { Action, Card, Notice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnCase, routes } from '../../../contract.ts';
import { messages } from '../messages.ts';
import { ActProblem } from './ActProblem.tsx';
import { type NewFiles, PaperUploads, toInputs } from './PaperUploads.tsx';
import { useOwnAct } from './use-own-act.ts';
import { useOwnItem } from './use-own-item.ts';

/** 补正 in place: what was told, the papers and the form, sent at once. */
export function CorrectionCard({ file }: { readonly file: OwnCase }) {
  const t = useWords(messages);
  const [files, setFiles] = useState<NewFiles>({});
  const [form, setForm] = useState<FormValues | undefined>(undefined);
  const [isEmpty, setEmpty] = useState(false);
  const { problem, isBusy, isStale, send } = useOwnAct(routes.resubmitOwn);
  const item = useOwnItem(file);
  const notice = file.corrections.at(-1);
  const asked = new Set(notice?.items.map(({ paperKey }) => paperKey));
  const papers = file.papers.filter(({ key, state }) => asked.has(key) || state === 'unfit');
  const submit = () => {
    const inputs = toInputs(files);
    const hasChange = inputs.length > 0 || form !== undefined;
    setEmpty(!hasChange);
    if (!hasChange) return;
    const body = {
      version: file.version,
      papers: inputs,
      ...(form === undefined ? {} : { form }),
    };
    send({ params: { id: file.id }, body });
  };
  return (
    <Card title={t('corrections')} hint={t('correctionsHint')}>
      <ul className="ow-own-defects">
        {(notice?.items ?? []).map((one) => (
          <li key={`${one.paperKey} ${one.field} ${one.defect}`}>
            <strong>{one.defect}</strong>
            <span>{one.howToFix}</span>
          </li>
        ))}
      </ul>
      <PaperUploads papers={papers} files={files} onChange={setFiles} />
      {item === undefined ? null : (
        <details
          className="ow-own-form"
          open={notice?.items.some(({ paperKey }) => paperKey === null) ?? false}
        >
          <summary>{t('correctForm')}</summary>
          <FormFill
            form={item.form}
            answers={file.answers}
            values={form ?? file.form}
            filePurpose="cases.paper"
            signaturePurpose="cases.signature"
            onChange={setForm}
          />
        </details>
      )}
      {isEmpty ? <Notice tone="warn" title={t('nothingAdded')} /> : null}
      <ActProblem problem={problem} isStale={isStale} />
      <div className="ow-sheet-actions">
        <Action look="strong" isBusy={isBusy} onPress={submit}>
          {t('sendCorrections')}
        </Action>
      </div>
    </Card>
  );
}
