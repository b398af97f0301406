import { useMemo } from 'react';

import {
  type Answers,
  type HandlingItem,
  pruneAnswers,
  type Requirements,
  resolveRequirements,
  routes as matters,
} from '#modules/casework/matters/contract.ts';
import { type ApiProblem, useCall } from '#web/client/index.ts';

import type { Checklist } from '../../../contract.ts';
import { useChecklist } from '../../parts/use-checklist.ts';
import { type IntakeState, toPreview } from './intake-state.ts';
import type { Subject } from './subject.ts';

const DETAILS_MS = 300_000;

/** A single item as the subject of a visit: what it asks for, and what the server knows of it. */
export function useItemSubject(state: IntakeState) {
  const { matterId, itemKey, form } = state;
  const guide = useCall(
    matters.getGuide,
    { params: { id: matterId ?? '' } },
    { enabled: matterId !== undefined, freshMs: DETAILS_MS },
  );
  const content = matterId === undefined ? undefined : guide.data?.content;
  const item = content?.items.find(({ key }) => key === itemKey);
  const answers = useMemo(
    () => (item === undefined ? state.answers : pruneAnswers(item.questions, state.answers)),
    [item, state.answers],
  );
  const requirements = useMemo(
    () => (item === undefined ? undefined : resolveRequirements(item, answers, form)),
    [item, answers, form],
  );
  const asked =
    matterId === undefined || item === undefined
      ? undefined
      : toPreview(state, { matterId, itemKey: item.key, answers });
  const checklist = useChecklist(asked, false);
  const known = checklist.data;
  return {
    content,
    item,
    subject:
      item === undefined || requirements === undefined
        ? undefined
        : toSubject({ item, answers, requirements, known, problem: checklist.error }),
    guide,
    /** The server’s word on these answers; undefined while only a former one is there. */
    known: checklist.isPlaceholderData ? undefined : known,
  };
}

function toSubject(of: {
  readonly item: HandlingItem;
  readonly answers: Answers;
  readonly requirements: Requirements;
  readonly known: Checklist | undefined;
  readonly problem: ApiProblem | null;
}): Subject {
  const { item, answers, requirements, known, problem } = of;
  const isTolerant = known?.toleranceAllowed ?? item.tolerance.allowed;
  const mayPromise = known?.promiseAllowed ?? item.commitment.allowed;
  const promise = known?.promiseText ?? item.commitment.promise ?? null;
  return {
    name: item.name,
    questions: item.questions,
    form: item.form,
    answers,
    unanswered: requirements.unanswered.length,
    papers: requirements.papers,
    terms: requirements,
    ways: item.result.delivery,
    mayDefer: ({ isDeferrable, isMain }) => isTolerant && isDeferrable && !isMain,
    isToleranceAllowed: isTolerant,
    reusable: Object.fromEntries((known?.papers ?? []).map(({ key, reusable }) => [key, reusable])),
    promise: mayPromise ? promise : undefined,
    wouldBeDueOn: known?.promisedDueOn ?? null,
    knownProblem: problem,
    parts: undefined,
  };
}
