import { useState } from 'react';

import { FormShow, RequirementsLine, useText } from '#modules/casework/matters/web/parts.ts';
import { Action, ActionLink, Card, Notice, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { problems } from '../../../contract.ts';
import { messages as words } from '../../parts/messages.ts';
import { DeliveryFields } from './DeliveryFields.tsx';
import { messages } from './messages.ts';
import { StepActs } from './StepActs.tsx';
import type { ApplyWork } from './use-apply.ts';

/** Everything once more, how the result is collected, and the submission. */
export function CheckStep({ work }: { readonly work: ApplyWork }) {
  const t = useWords(messages);
  const text = useText();
  const { item, answers, state, requirements, checklist, submitting } = work;
  if (item === undefined || requirements === undefined) return null;
  const promise = checklist.data?.promiseAllowed === true ? checklist.data.promiseText : null;
  return (
    <>
      <Card title={t('step.check')}>
        <RequirementsLine requirements={requirements} />
      </Card>
      <Card
        title={t('checkForm')}
        actions={<Action onPress={() => work.change({ step: 'form' })}>{t('change')}</Action>}
      >
        <FormShow form={item.form} answers={answers} values={state.form} />
      </Card>
      <Card
        title={t('checkPapers')}
        actions={<Action onPress={() => work.change({ step: 'papers' })}>{t('change')}</Action>}
      >
        <PaperNames work={work} />
      </Card>
      <Card title={t('delivery')}>
        <DeliveryFields
          ways={item.result.delivery}
          value={state.delivery}
          onChange={(delivery) => work.change({ delivery })}
        />
      </Card>
      {promise === null ? null : (
        <Card title={t('promise')} hint={t('promiseHint')}>
          <blockquote className="ow-case-note">{text(promise)}</blockquote>
        </Card>
      )}
      <Submission work={work} />
      <ProblemNotice problem={submitting.error} />
      {submitting.error?.is(problems.notIdentified) === true ? (
        <ActionLink to="/me/identity">{t('identify')}</ActionLink>
      ) : null}
    </>
  );
}

function PaperNames({ work }: { readonly work: ApplyWork }) {
  const text = useText();
  const w = useWords(words);
  const papers = work.requirements?.papers ?? [];
  return (
    <ul className="ow-apply-names">
      {papers.map(({ paper, need }) => {
        const entry = work.state.entries[paper.key];
        const state = need === 'exempt' ? 'exempt' : (entry?.state ?? 'missing');
        const source =
          state === 'missing' || entry === undefined ? '' : w(`source.${entry.source}`);
        return (
          <li key={paper.key}>
            {text(paper.name)}{' '}
            <small>
              {w(`paper.${state}`)} {source}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

function Submission({ work }: { readonly work: ApplyWork }) {
  const t = useWords(messages);
  const [isConfirmed, setConfirmed] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const isBusy = work.submitting.isPending || work.saving.isPending;
  return (
    <Card>
      <label className="ow-plain-option">
        <input
          type="checkbox"
          checked={isConfirmed}
          onChange={(event) => setConfirmed(event.target.checked)}
        />
        <span>{t('statement')}</span>
      </label>
      {isChecked && !isConfirmed ? <Notice tone="bad" title={t('mustConfirm')} /> : null}
      <div className="ow-sheet-actions">
        <Action
          look="strong"
          isBusy={isBusy}
          onPress={() => {
            setChecked(true);
            if (isConfirmed) void work.submit();
          }}
        >
          {isBusy ? t('submitting') : t('submit')}
        </Action>
        <StepActs work={work} onNext={() => false} />
      </div>
    </Card>
  );
}
