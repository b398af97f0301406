import type { AuditReport } from '#kernel/audit/verify-audit.ts';
import type { ResponseOf } from '#kernel/http/contract.ts';
import type { routes as contracts } from '#modules/finance/contracts/contract.ts';

import { type Verdict, verdict } from './invariant.ts';

type Reconciliation = ResponseOf<typeof contracts.reconcile>;

/** Every movement of the execution ledger sums to nothing, and the lines are what their movements make of them. */
export function ledgerBalances(
  found: Pick<Reconciliation, 'isRight' | 'movements' | 'legs' | 'differences'>,
): Verdict {
  const violations = [
    ...(found.legs === '0.00' ? [] : [`the legs sum to ${found.legs}`]),
    ...found.differences.map(
      ({ line, bucket, current, rebuilt }) =>
        `${line} ${bucket} is ${current}, its movements make ${rebuilt}`,
    ),
  ];
  return verdict(
    'ledger-balanced',
    { zh: '执行台账借贷平衡', en: 'The ledger balances' },
    found.movements,
    found.isRight || violations.length > 0 ? violations : ['the ledger says that it is not right'],
  );
}

/** Every audit entry is as it was written and in its place, none is gone, none waits outside its chain. */
export function auditIsWhole({
  entries,
  waiting,
  findings,
}: Pick<AuditReport, 'entries' | 'waiting' | 'findings'>): Verdict {
  return verdict('audit-whole', { zh: '审计链完整', en: 'The audit chain is whole' }, entries, [
    ...findings.map((finding) => JSON.stringify(finding)),
    ...(waiting === 0 ? [] : [`${waiting} entries wait outside their chains`]),
  ]);
}

/** What the background was to do and did not. */
export interface BackgroundFacts {
  /** How many listeners and schedules were asked about. */
  readonly looked: number;
  readonly parked: ReadonlyArray<{
    readonly listener: string;
    readonly name: string;
    readonly state: string;
    readonly error: string | null;
  }>;
  readonly dead: ReadonlyArray<{ readonly name: string; readonly error: string }>;
  /** What failed when everything that was left was done after the night. */
  readonly failures: readonly string[];
}

/** What follows from an act has followed: no event is set aside for a listener, no job has died. */
export function backgroundIsDone({ looked, parked, dead, failures }: BackgroundFacts): Verdict {
  return verdict(
    'background-done',
    { zh: '后台任务与事件投递全部完成', en: 'Background work is done' },
    looked,
    [
      ...parked.map(
        ({ listener, name, state, error }) => `${name} is ${state} for ${listener}: ${error}`,
      ),
      ...dead.map(({ name, error }) => `job ${name} died: ${error}`),
      ...failures,
    ],
  );
}

/** Whoever sends a write again with its key is told what they were told before. */
export const repeatsAreAnsweredAlike = (repeats: number, unequal: readonly string[]): Verdict =>
  verdict(
    'repeats-answered-alike',
    { zh: '重复请求得到相同答复', en: 'Repeats are answered alike' },
    repeats,
    unequal,
  );

/** Nobody was refused but for a reason that belongs to the day, and nothing failed. */
export const answersBelong = (requests: number, strange: readonly string[]): Verdict =>
  verdict(
    'answers-belong',
    { zh: '没有意外的答复', en: 'No answer that does not belong to the day' },
    requests,
    strange,
  );
