import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

import {
  type BundleGuide,
  type BundleRequirements,
  type FormValues,
  pruneAnswers,
  resolveBundle,
  routes as matters,
  toBundleValues,
} from '#modules/casework/matters/contract.ts';
import { useCall } from '#web/client/index.ts';

import type { Checklist, DeliveryWish } from '../../../contract.ts';
import { checklistOf } from '../../parts/use-checklist.ts';
import { mayFollow, sharedReuse, toRequired } from './bundle-parts.ts';
import { type IntakeState, toPreview } from './intake-state.ts';
import type { Subject } from './subject.ts';

const DETAILS_MS = 300_000;

/** 一件事 as the subject of a visit: the questions, the form and the papers of all its matters in one. */
export function useBundleSubject(state: IntakeState) {
  const { bundleId, form } = state;
  const answer = useCall(
    matters.getBundleGuide,
    { params: { id: bundleId ?? '' } },
    { enabled: bundleId !== undefined, freshMs: DETAILS_MS },
  );
  const guide = bundleId === undefined ? undefined : answer.data;
  const answers = useMemo(
    () => (guide === undefined ? {} : pruneAnswers(guide.questions, state.answers)),
    [guide, state.answers],
  );
  const requirements = useMemo(() => {
    if (guide === undefined) return undefined;
    const items = Object.fromEntries(guide.members.map(({ key, item }) => [key, item]));
    return resolveBundle(guide.content, items, answers, form);
  }, [guide, answers, form]);
  const checklists = useChecklists(state, guide, requirements);
  const known = useMemo(
    () =>
      guide === undefined || requirements === undefined || checklists === undefined
        ? undefined
        : toKnown(guide, requirements, checklists),
    [guide, requirements, checklists],
  );
  return {
    guide,
    answer,
    requirements,
    known,
    subject:
      guide === undefined || requirements === undefined
        ? undefined
        : toSubject({ guide, requirements, checklists: checklists ?? {}, answers }),
  };
}

type Checklists = Readonly<Record<string, Checklist>>;

/** The checklists of all members that are applied for; undefined until the last has come. */
function useChecklists(
  state: IntakeState,
  guide: BundleGuide | undefined,
  requirements: BundleRequirements | undefined,
): Checklists | undefined {
  const members = requirements?.members ?? [];
  const asked = members.map(({ key, answers }) => {
    const member = guide?.members.find((one) => one.key === key);
    if (member === undefined) return undefined;
    return toPreview(state, { matterId: member.matterId, itemKey: member.item.key, answers });
  });
  return useQueries({
    queries: asked.map((one) => checklistOf(one, false)),
    combine: (results) => {
      const found = results.flatMap(({ data }, index) => {
        const key = members[index]?.key;
        return data === undefined || key === undefined ? [] : [[key, data] as const];
      });
      return found.length === 0 || found.length < members.length
        ? undefined
        : Object.fromEntries(found);
    },
  });
}

function toKnown(guide: BundleGuide, { papers }: BundleRequirements, checklists: Checklists) {
  // The first matter leads: what is known for it goes before the others.
  const prefilled: FormValues = Object.fromEntries(
    Object.entries(checklists)
      .toReversed()
      .flatMap(([member, list]) =>
        Object.entries(toBundleValues(guide.content, member, list.prefilled)),
      ),
  );
  return {
    prefilled,
    papers: papers.map((paper) => ({
      key: paper.key,
      need: paper.need,
      reusable: [...sharedReuse(paper, checklists)],
    })),
  };
}

const WAYS: ReadonlyArray<DeliveryWish['way']> = ['window', 'courier', 'electronic'];

function toSubject(of: {
  readonly guide: BundleGuide;
  readonly requirements: BundleRequirements;
  readonly checklists: Checklists;
  readonly answers: Subject['answers'];
}): Subject {
  const { guide, requirements, checklists, answers } = of;
  const { members, papers } = requirements;
  const items = members.flatMap(({ key }) => guide.members.find((one) => one.key === key) ?? []);
  const deferrable = new Set(
    papers.filter((paper) => mayFollow(paper, guide, requirements)).map(({ key }) => key),
  );
  const longest = (limits: ReadonlyArray<Subject['terms']['promised']>) =>
    limits.toSorted((one, other) => other.count - one.count)[0];
  const none = { count: 0, unit: 'working-day' } as const;
  return {
    name: guide.content.name,
    questions: guide.questions,
    form: guide.form,
    answers,
    unanswered: requirements.unanswered.length,
    papers: papers.map(toRequired),
    terms: {
      promised:
        requirements.promised ??
        longest(members.map((member) => member.requirements.promised)) ??
        none,
      statutory: longest(members.map((member) => member.requirements.statutory)) ?? none,
      totalFen: requirements.totalFen,
    },
    ways: WAYS.filter((way) => items.every(({ item }) => item.result.delivery.includes(way))),
    mayDefer: ({ key }) => deferrable.has(key),
    isToleranceAllowed: true,
    reusable: Object.fromEntries(
      papers.map((paper) => [paper.key, sharedReuse(paper, checklists)]),
    ),
    promise: undefined,
    wouldBeDueOn: null,
    knownProblem: null,
    parts: members.flatMap(({ key, requirements: own }) => {
      const member = guide.members.find((one) => one.key === key);
      if (member === undefined) return [];
      const { matterName, departmentName } = member;
      return [{ key, name: matterName, department: departmentName, promised: own.promised }];
    }),
  };
}
