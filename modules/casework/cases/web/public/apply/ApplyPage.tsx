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
  const t = useWords(messages);
  const matterId = useParam('matterId');
  const guide = useCall(matters.getGuide, { params: { id: matterId } }, { freshMs: 300_000 });
  const { begun, problem, repeat } = useFirstDraft(matterId);
  if (guide.data !== undefined && begun !== undefined)
    return <Begin key={matterId} guide={guide.data} draft={begun.draft} />;
  return (
    <PublicPage title={t('apply')}>
      <WithPublicAnswer answer={guide}>{() => null}</WithPublicAnswer>
      <ProblemNotice problem={problem} onRetry={repeat} />
    </PublicPage>
  );
}

/**
 * The draft with which the page begins, if there is one. It is asked for once: what the server has afterwards
 * are the page’s own savings, and nothing more once it is submitted.
 */
function useFirstDraft(matterId: string) {
  const [begun, setBegun] = useState<{ readonly draft: Draft | undefined } | undefined>();
  const isOpen = begun === undefined;
  const drafts = useCall(routes.listDrafts, undefined, { enabled: isOpen });
  // A list that was kept from before may name a draft that has been submitted since.
  const list = drafts.isFetching ? undefined : drafts.data;
  const known = list?.items.find((one) => one.matterId === matterId);
  const draft = useCall(
    routes.getDraft,
    { params: { id: known?.id ?? '' } },
    { enabled: isOpen && known !== undefined },
  );
  const isReady = list !== undefined && (known === undefined || draft.data !== undefined);
  if (isOpen && isReady) setBegun({ draft: known === undefined ? undefined : draft.data });
  return {
    begun,
    problem: drafts.error ?? (known === undefined ? null : draft.error),
    repeat: () => void drafts.refetch(),
  };
}

interface BeginProps {
  readonly guide: Guide;
  readonly draft: Draft | undefined;
}

function Begin({ guide, draft }: BeginProps) {
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
