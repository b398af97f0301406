import { useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { checkForm, type FormValues, pruneValues } from '#modules/casework/matters/contract.ts';
import { routes as parties } from '#modules/registry/parties/contract.ts';
import { useAct, useCall } from '#web/client/index.ts';

import { type ChecklistPaper, type Receipt, routes } from '../../../contract.ts';
import { standingOf, suggestReuse, toPaperInputs } from '../../parts/paper-entries.ts';
import { toParts } from './bundle-parts.ts';
import { acceptanceOf, EMPTY, type IntakeState, withPrefilled } from './intake-state.ts';
import type { Subject } from './subject.ts';
import { useBundleSubject } from './use-bundle-subject.ts';
import { useItemSubject } from './use-item-subject.ts';

/** How far the application has come; nothing of it before it is said what for. */
function judge(state: IntakeState, subject: Subject | undefined, today: string) {
  if (subject === undefined)
    return { ...NOTHING, standing: standingOf({}, [], false), acceptance: undefined };
  const { form, answers, papers, unanswered, parts, isToleranceAllowed } = subject;
  const faults = checkForm(form, answers, state.form, { today });
  const standing = standingOf(state.entries, papers, isToleranceAllowed);
  const acceptance = acceptanceOf(state, standing.mode);
  const isPromised = acceptance?.mode === 'complete' || acceptance?.promised === true;
  const isSingle = parts === undefined;
  return {
    papers,
    faults,
    standing,
    acceptance,
    unanswered,
    /** 一件事 is for two matters or more. */
    isTooFew: !isSingle && unanswered === 0 && parts.length < 2,
    mayAccept: isSingle && isPromised && faults.length === 0 && unanswered === 0,
  };
}

const NOTHING = { papers: [], faults: [], unanswered: 0, isTooFew: false, mayAccept: false };

/** What the calling page handed over. */
interface Called {
  readonly ticketId: string | undefined;
  readonly partyId: string | undefined;
}

/** One visit from the first key to the receipt. Nothing typed is lost by a request that failed. */
export function useIntake(windowId: string | undefined, { ticketId, partyId }: Called) {
  const [state, setState] = useState<IntakeState>({ ...EMPTY, ticketId });
  const [isChecked, setChecked] = useState(false);
  const [receipt, setReceipt] = useState<Receipt | undefined>(undefined);
  const today = localDay(systemClock.now());
  const called = useCall(
    parties.getParty,
    { params: { id: partyId ?? '' } },
    { enabled: partyId !== undefined },
  );
  useAnswered(called.data, (party) =>
    setState((former) => (former.party === undefined ? { ...former, party } : former)),
  );
  const single = useItemSubject(state);
  const bundle = useBundleSubject(state);
  const subject = state.bundleId === undefined ? single.subject : bundle.subject;
  useAnswered(state.bundleId === undefined ? single.known : bundle.known, (known) =>
    setState((former) => withKnown(former, known)),
  );
  const standing = judge(state, subject, today);
  const act = useAct(routes.receiveAtWindow, { onDone: setReceipt });
  const bundleAct = useAct(routes.receiveBundle, { onDone: setReceipt });
  const send = (accepts: boolean) => {
    setChecked(true);
    const { unanswered, mayAccept, acceptance, isTooFew } = standing;
    const visit = toVisit(state, windowId);
    if (visit === undefined || unanswered > 0 || (accepts && !mayAccept)) return;
    const { guide, requirements } = bundle;
    if (state.bundleId === undefined) {
      const application = toApplication(state, subject);
      if (application === undefined) return;
      const accept = accepts && acceptance !== undefined ? { accept: acceptance } : {};
      act.mutate({ body: { ...visit, ...application, ...accept } });
    } else if (guide !== undefined && requirements !== undefined && !isTooFew) {
      const parts = toParts(guide, requirements, state.entries);
      bundleAct.mutate({ body: { ...visit, bundleId: state.bundleId, parts } });
    }
  };
  return {
    state,
    change: (part: Partial<IntakeState>) => setState((former) => ({ ...former, ...part })),
    replace: setState,
    single,
    bundle,
    subject,
    ...standing,
    today,
    isChecked,
    /** Whom the hall called has been chosen. */
    isCalled: called.data !== undefined,
    problem: act.error ?? bundleAct.error,
    isSending: act.isPending || bundleAct.isPending,
    send,
    receipt,
    /** Begins anew, for the same applicant or for the next. */
    begin: (party?: IntakeState['party']) => {
      setState((former) => ({
        ...EMPTY,
        party,
        ticketId: party === undefined ? undefined : former.ticketId,
      }));
      setReceipt(undefined);
      setChecked(false);
      act.reset();
      bundleAct.reset();
    },
  };
}

export type IntakeWork = ReturnType<typeof useIntake>;

interface Known {
  readonly prefilled: FormValues;
  readonly papers: ReadonlyArray<Pick<ChecklistPaper, 'key' | 'need' | 'reusable'>>;
}

function withKnown(former: IntakeState, known: Known): IntakeState {
  const entries = suggestReuse(former.entries, known.papers);
  return { ...withPrefilled(former, known.prefilled), entries };
}

/** Calls back once for each new answer, while drawing, so that the page never shows the former one with the new. */
function useAnswered<T>(answer: T | undefined, take: (answer: T) => void): void {
  const [taken, setTaken] = useState<T | undefined>(undefined);
  if (answer === undefined || answer === taken) return;
  setTaken(answer);
  take(answer);
}

function toVisit({ ticketId, party, agent, delivery }: IntakeState, windowId: string | undefined) {
  if (party === undefined || windowId === undefined) return undefined;
  const agentId = agent === undefined ? {} : { agentId: agent.id };
  const ticket = ticketId === undefined ? {} : { ticketId };
  return { partyId: party.id, ...agentId, ...ticket, windowId, delivery };
}

function toApplication(state: IntakeState, subject: Subject | undefined) {
  const { matterId, itemKey, entries, form } = state;
  if (matterId === undefined || itemKey === undefined || subject === undefined) return undefined;
  const { answers } = subject;
  return {
    matterId,
    itemKey,
    answers,
    form: pruneValues(subject.form, answers, form),
    papers: toPaperInputs(entries, subject.papers),
  };
}
