import { addDays, type Day } from '#kernel/clock/day.ts';
import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import type { WordValues } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  CheckPoint,
  checkPointWords,
  type FilingAct,
  type FilingBody,
  type Finding,
  type GuardName,
  problems,
  proofKindWords,
  type ReturnReason,
  type ReturnRound,
  type SettingsBody,
  type Stage,
  type Standing,
  transitions,
} from '../../contract.ts';

/** All that a decision on a filing looks at. */
export interface Around {
  readonly stage: Stage;
  readonly standing: Standing;
  readonly number: string;
  readonly validUntil: Day | null;
  readonly returns: readonly ReturnRound[];
  readonly townCheckedBy: string;
  readonly body: FilingBody | null;
  readonly findings: readonly Finding[];
  /** A unit of another filing at one of its addresses. */
  readonly taken: { readonly address: string; readonly number: string } | undefined;
  readonly actorId: string;
  readonly today: Day;
  readonly settings: Pick<SettingsBody, 'renewFromDays'>;
}

/** What was typed along with the act. */
export interface Typed {
  readonly reason?: string | undefined;
  readonly points?: readonly CheckPoint[] | undefined;
  readonly reasons?: readonly ReturnReason[] | undefined;
}

type Guard = (around: Around, typed: Typed) => ProblemError | undefined;

const refusal = (kind: (typeof problems)[keyof typeof problems], values: WordValues = {}) =>
  new ProblemError(kind, values);

export const guards: Readonly<Record<GuardName, Guard>> = {
  complete: ({ findings }) => {
    const blocking = findings.filter(({ isBlocking }) => isBlocking);
    const [first] = blocking;
    if (first === undefined) return undefined;
    return new ProblemError(
      problems.incomplete,
      { count: blocking.length, first: first.message },
      { more: { findings: blocking } },
    );
  },
  reasonGiven: (_around, { reason = '', reasons = [] }) =>
    reason.trim() === '' && reasons.length === 0 ? refusal(problems.reasonMissing) : undefined,
  pointsChecked: (_around, { points = [] }) => {
    const missing = CheckPoint.options.filter((point) => !points.includes(point));
    return missing.length === 0
      ? undefined
      : refusal(problems.pointsUnchecked, {
          points: {
            'zh-CN': missing.map((point) => checkPointWords[point]['zh-CN']).join('、'),
            en: missing.map((point) => checkPointWords[point].en).join(', '),
          },
        });
  },
  // 一次告知: later only what was named before and stays, or what the operator changed since.
  allAtOnce: ({ returns }, { reasons = [] }) => {
    const last = returns.at(-1);
    if (last === undefined) return undefined;
    const named = new Set(returns.flatMap((round) => round.reasons.map(({ point }) => point)));
    const late = reasons.find(({ point }) => !named.has(point) && !last.changed.includes(point));
    return late && refusal(problems.toldBefore, { point: checkPointWords[late.point] });
  },
  fourEyes: ({ townCheckedBy, actorId }) =>
    townCheckedBy === actorId ? refusal(problems.sameHand) : undefined,
  proofsInForce: ({ body, today }) => {
    const over = body?.proofs.find(({ validUntil }) => validUntil !== null && validUntil < today);
    return (
      over &&
      refusal(problems.proofOver, {
        proof: {
          'zh-CN': `${proofKindWords[over.kind]['zh-CN']} ${over.number}`,
          en: `${proofKindWords[over.kind].en} ${over.number}`,
        },
        day: over.validUntil ?? '',
      })
    );
  },
  addressesFree: ({ taken }) => taken && refusal(problems.addressTaken, { ...taken }),
  inRenewal: ({ validUntil, standing, today, settings: { renewFromDays } }) => {
    if (standing === 'expired') return undefined;
    if (validUntil !== null && addDays(today, renewFromDays) >= validUntil) return undefined;
    return refusal(problems.notInRenewal, {
      until: validUntil ?? { 'zh-CN': '长期', en: 'no end' },
      days: renewFromDays,
    });
  },
  notOver: ({ validUntil, today }) =>
    validUntil !== null && validUntil < today
      ? refusal(problems.isOver, { until: validUntil })
      : undefined,
  over: ({ validUntil, today }) =>
    validUntil === null || validUntil >= today ? refusal(problems.notOver) : undefined,
};

export interface Next {
  readonly stage: Stage;
  readonly standing: Standing;
}

/** Whether stage and standing allow the act, its guards apart. */
export function isLawful(act: FilingAct, { stage, standing }: Next): boolean {
  const { stages, standings } = transitions[act];
  return stages.includes(stage) && standings.includes(standing);
}

/** Where the act leads. Throws the reason why it may not be done. */
export function decideAct(act: FilingAct, around: Around, typed: Typed = {}): Next {
  const transition = transitions[act];
  if (!isLawful(act, around))
    throw new ProblemError(problems.notInState, { act: transition.title });
  for (const name of transition.guards) {
    const refused = guards[name](around, typed);
    if (refused !== undefined) throw refused;
  }
  return {
    stage: transition.stage === 'same' ? around.stage : transition.stage,
    standing: transition.standing === 'same' ? around.standing : transition.standing,
  };
}

/** The facts of a filing that each point of the check is about. */
const FACTS: Readonly<Record<CheckPoint, (body: FilingBody) => unknown>> = {
  address: ({ building }) => [building.name, building.standardAddress],
  title: ({ building, proofs }) => [
    building.propertyCertNo,
    building.ownerName,
    building.ownerNumber,
    building.ownerKind,
    proofs,
  ],
  use: ({ building }) => building.useType,
  excluded: ({ units }) => units.map(({ roomNo, excluded }) => [roomNo, excluded]),
  units: ({ units, building }) => [
    units,
    building.areaM2,
    building.floorsAbove,
    building.floorsBelow,
  ],
  site: ({ building }) => building.isIllegal,
};

/** The points whose facts differ, whatever the order in which the database gives them back. */
export function listChangedPoints(before: FilingBody | null, after: FilingBody): CheckPoint[] {
  if (before === null) return [...CheckPoint.options];
  return CheckPoint.options.filter(
    (point) => canonicalJson(FACTS[point](before)) !== canonicalJson(FACTS[point](after)),
  );
}
