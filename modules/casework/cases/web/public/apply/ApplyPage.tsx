import { useState } from 'react';
import { z } from 'zod';

import { type Guide, routes as matters } from '#modules/casework/matters/contract.ts';
import { useText } from '#modules/casework/matters/web/parts.ts';
import { useAct, useCall } from '#web/client/index.ts';
import { formatInstant } from '#web/kit/format.ts';
import {
  Action,
  Notice,
  ProblemNotice,
  PublicPage,
  useFilters,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Draft, routes } from '../../../contract.ts';
import { CheckStep } from './CheckStep.tsx';
import { FormStep } from './FormStep.tsx';
import { messages } from './messages.ts';
import { PapersStep } from './PapersStep.tsx';
import { QuestionsStep } from './QuestionsStep.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { StepLine } from './StepLine.tsx';
import { type ApplyWork, useApply } from './use-apply.ts';

import './apply.css';

/** What the guide hands over: the item, and answers as `question.option.option`. */
const Place = z.object({
  item: z.string().max(50).optional(),
  a: z.union([z.string(), z.array(z.string())]).optional(),
});

/** An application online, step by step, going on where it was left. */
export function ApplyPage() {
  const matterId = useParam('matterId');
  const guide = useCall(matters.getGuide, { params: { id: matterId } }, { freshMs: 300_000 });
  const drafts = useCall(routes.listDrafts);
  const known = drafts.data?.items.find((one) => one.matterId === matterId);
  const draft = useCall(
    routes.getDraft,
    { params: { id: known?.id ?? '' } },
    { enabled: known !== undefined },
  );
  const problem = drafts.error ?? (known === undefined ? null : draft.error);
  const isReady = drafts.data !== undefined && (known === undefined || draft.data !== undefined);
  return (
    <WithPublicAnswer answer={guide}>
      {(found) => (
        <>
          <ProblemNotice problem={problem} onRetry={() => void drafts.refetch()} />
          {isReady ? (
            <Begin guide={found} draft={known === undefined ? undefined : draft.data} />
          ) : null}
        </>
      )}
    </WithPublicAnswer>
  );
}

interface BeginProps {
  readonly guide: Guide;
  readonly draft: Draft | undefined;
}

function Begin({ guide, draft }: BeginProps) {
  // The draft with which the page began; later answers of the server are its own savings.
  const [first, setFirst] = useState(draft);
  const [{ item, a }] = useFilters(Place);
  const begin = { itemKey: item, answers: readAnswers(a === undefined ? [] : [a].flat()) };
  return (
    <Application
      key={first?.id ?? 'new'}
      guide={guide}
      draft={first}
      begin={begin}
      onDiscarded={() => setFirst(undefined)}
    />
  );
}

function readAnswers(parts: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [key = '', ...chosen] = part.split('.');
      return key === '' || chosen.length === 0 ? [] : [[key, chosen]];
    }),
  );
}

interface ApplicationProps extends BeginProps {
  readonly begin: Parameters<typeof useApply>[2];
  readonly onDiscarded: () => void;
}

function Application({ guide, draft, begin, onDiscarded }: ApplicationProps) {
  const t = useWords(messages);
  const text = useText();
  const work = useApply(guide, draft, begin);
  const name = text(guide.content.name);
  if (work.receipt !== undefined)
    return (
      <PublicPage title={t('submitted')} lead={name}>
        <ReceiptCard receipt={work.receipt} />
      </PublicPage>
    );
  return (
    <PublicPage
      title={t('applyFor', { name })}
      crumbs={[{ title: t('guide'), to: `/matters/${guide.matterId}` }]}
    >
      {draft === undefined ? null : <Resumed draft={draft} onDiscarded={onDiscarded} />}
      <StepLine step={work.state.step} />
      <OneStep work={work} />
      <ProblemNotice problem={work.saving.error} />
      {work.saved === undefined ? null : (
        <output className="ow-apply-saved">
          {work.saving.isPending
            ? t('saving')
            : t('saved', { at: formatInstant(work.saved.savedAt, t.language) })}
        </output>
      )}
    </PublicPage>
  );
}

function Resumed({
  draft,
  onDiscarded,
}: {
  readonly draft: Draft;
  readonly onDiscarded: () => void;
}) {
  const t = useWords(messages);
  const discard = useAct(routes.discardDraft, { onDone: onDiscarded });
  return (
    <Notice
      tone="busy"
      title={t('resumed', { at: formatInstant(draft.savedAt, t.language) })}
      actions={
        <Action
          look="quiet"
          isBusy={discard.isPending}
          onPress={() => discard.mutate({ params: { id: draft.id } })}
        >
          {t('startAgain')}
        </Action>
      }
    >
      <ProblemNotice problem={discard.error} />
    </Notice>
  );
}

function OneStep({ work }: { readonly work: ApplyWork }) {
  switch (work.state.step) {
    case 'questions':
      return <QuestionsStep work={work} />;
    case 'form':
      return <FormStep work={work} />;
    case 'papers':
      return <PapersStep work={work} />;
    case 'check':
      return <CheckStep work={work} />;
  }
}
