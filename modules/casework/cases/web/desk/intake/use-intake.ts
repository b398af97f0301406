import { useMemo, useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import {
  checkForm,
  type HandlingItem,
  pruneAnswers,
  pruneValues,
  resolveRequirements,
  routes as matters,
} from '#modules/casework/matters/contract.ts';
import { useAct, useCall } from '#web/client/index.ts';

import { type Receipt, routes } from '../../../contract.ts';
import { standingOf, suggestReuse, toPaperInputs } from '../../parts/paper-entries.ts';
import { useChecklist } from '../../parts/use-checklist.ts';
import { acceptanceOf, EMPTY, type IntakeState, withPrefilled } from './intake-state.ts';

const DETAILS_MS = 300_000;

/** What the matter asks for, by the answers and the form as they stand. */
function useRequired(state: IntakeState) {
  const guide = useCall(
    matters.getGuide,
    { params: { id: state.matterId ?? '' } },
    { enabled: state.matterId !== undefined, freshMs: DETAILS_MS },
  );
  const content = state.matterId === undefined ? undefined : guide.data?.content;
  const item = content?.items.find(({ key }) => key === state.itemKey);
  const requirements = useMemo(
    () => (item === undefined ? undefined : resolveRequirements(item, state.answers, state.form)),
    [item, state.answers, state.form],
  );
  return { guide, content, item, requirements };
}

/** What the server knows of it: what can be used again, what is known of the applicant, the day. */
function useKnown(
  state: IntakeState,
  item: HandlingItem | undefined,
  answers: IntakeState['answers'],
  setState: (change: (former: IntakeState) => IntakeState) => void,
) {
  const { party, agent, matterId } = state;
  const checklist = useChecklist(
    party === undefined || matterId === undefined || item === undefined
      ? undefined
      : {
          matterId,
          itemKey: item.key,
          answers,
          form: {},
          partyId: party.id,
          ...(agent === undefined ? {} : { agentId: agent.id }),
        },
    false,
  );
  useAnswered(checklist.isPlaceholderData ? undefined : checklist.data, (known) =>
    setState((former) => ({
      ...withPrefilled(former, known.prefilled),
      entries: suggestReuse(former.entries, known.papers),
    })),
  );
  return checklist;
}

/** How far the application has come. */
function judge(
  state: IntakeState,
  { item, requirements }: Pick<ReturnType<typeof useRequired>, 'item' | 'requirements'>,
  toleranceAllowed: boolean,
  today: string,
) {
  const papers = requirements?.papers ?? [];
  const answers = item === undefined ? {} : pruneAnswers(item.questions, state.answers);
  const faults = item === undefined ? [] : checkForm(item.form, answers, state.form, { today });
  const standing = standingOf(state.entries, papers, toleranceAllowed);
  const acceptance = acceptanceOf(state, standing.mode);
  const unanswered = requirements?.unanswered.length ?? 0;
  const isPromised = acceptance?.mode === 'complete' || acceptance?.promised === true;
  return {
    papers,
    faults,
    standing,
    acceptance,
    unanswered,
    mayAccept: isPromised && faults.length === 0 && unanswered === 0,
  };
}

/** One visit from the first key to the receipt. Nothing typed is lost by a request that failed. */
export function useIntake(windowId: string | undefined) {
  const [state, setState] = useState(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const [receipt, setReceipt] = useState<Receipt | undefined>(undefined);
  const today = localDay(systemClock.now());
  const required = useRequired(state);
  const { item } = required;
  const answers = useMemo(
    () => (item === undefined ? state.answers : pruneAnswers(item.questions, state.answers)),
    [item, state.answers],
  );
  const checklist = useKnown(state, item, answers, setState);
  const mayLack = checklist.data?.toleranceAllowed ?? item?.tolerance.allowed ?? false;
  const standing = judge(state, required, mayLack, today);
  const act = useAct(routes.receiveAtWindow, { onDone: setReceipt });
  const send = (accepts: boolean) => {
    const { papers, unanswered, mayAccept, acceptance } = standing;
    setChecked(true);
    const body = toBodyOf(state, item, windowId);
    if (body === undefined || unanswered > 0 || (accepts && !mayAccept)) return;
    act.mutate({
      body: {
        ...body,
        papers: toPaperInputs(state.entries, papers),
        ...(accepts && acceptance !== undefined ? { accept: acceptance } : {}),
      },
    });
  };
  return {
    state,
    change: (part: Partial<IntakeState>) => setState((former) => ({ ...former, ...part })),
    replace: setState,
    ...required,
    ...standing,
    answers,
    today,
    checklist,
    isChecked,
    act,
    send,
    receipt,
    /** Begins anew, for the same applicant or for the next. */
    begin: (party?: IntakeState['party']) => {
      setState({ ...EMPTY, party });
      setReceipt(undefined);
      setChecked(false);
      act.reset();
    },
  };
}

export type IntakeWork = ReturnType<typeof useIntake>;

/** Calls back once for each new answer, while drawing, so that the page never shows the former one with the new. */
function useAnswered<T>(answer: T | undefined, take: (answer: T) => void): void {
  const [taken, setTaken] = useState<T | undefined>(undefined);
  if (answer === undefined || answer === taken) return;
  setTaken(answer);
  take(answer);
}

function toBodyOf(
  state: IntakeState,
  item: HandlingItem | undefined,
  windowId: string | undefined,
) {
  const { party, agent, matterId, delivery } = state;
  if (party === undefined || matterId === undefined || item === undefined) return undefined;
  if (windowId === undefined) return undefined;
  const answers = pruneAnswers(item.questions, state.answers);
  return {
    partyId: party.id,
    ...(agent === undefined ? {} : { agentId: agent.id }),
    windowId,
    matterId,
    itemKey: item.key,
    answers,
    form: pruneValues(item.form, answers, state.form),
    delivery,
  };
}
