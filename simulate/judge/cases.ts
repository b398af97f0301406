import {
  type CaseInFull,
  type CaseState,
  type HistoryEntry,
  stageOf,
} from '#modules/casework/cases/contract.ts';

import { type Verdict, verdict } from './invariant.ts';

/** A case as it was acknowledged last. */
export interface AcknowledgedCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly version: number;
  readonly state: string;
  readonly isAccepted: boolean;
  /** Whether a paper was put off lawfully and has not come yet. */
  readonly hasDeferred: boolean;
}

export interface CaseFacts {
  readonly acknowledged: readonly AcknowledgedCase[];
  /** What the centre shows of each, undefined where it shows nothing. */
  readonly found: ReadonlyMap<
    string,
    {
      readonly file: Pick<
        CaseInFull,
        | 'caseNo'
        | 'state'
        | 'version'
        | 'papers'
        | 'acceptedOn'
        | 'promisedDueOn'
        | 'statutoryDueOn'
      >;
      readonly history: ReadonlyArray<Pick<HistoryEntry, 'seq' | 'fromState' | 'toState'>>;
    }
  >;
  /** All cases that the centre lists of the day. */
  readonly listed: ReadonlyArray<{
    readonly id: string;
    readonly caseNo: string;
    readonly state: CaseState;
  }>;
  /** How many the centre says are in a state in which a limit runs. */
  readonly counts: ReadonlyArray<{ readonly state: CaseState; readonly count: number }>;
}

/** Every receipt has its case, as far on as was acknowledged; no case is without a receipt, no number twice. */
export function noCaseIsLost({ acknowledged, found, listed }: CaseFacts): Verdict {
  const violations = acknowledged.flatMap(({ caseId, caseNo, version, state }) => {
    const file = found.get(caseId)?.file;
    if (file === undefined) return [`${caseNo} is gone`];
    if (file.caseNo !== caseNo) return [`${caseNo} is now ${file.caseNo}`];
    if (file.version < version)
      return [`${caseNo} is back at version ${file.version} of ${version}`];
    return file.version === version && file.state !== state
      ? [`${caseNo} is ${file.state}, and was told to be ${state}`]
      : [];
  });
  const known = new Set(acknowledged.map(({ caseId }) => caseId));
  const unasked = listed.filter(({ id }) => !known.has(id)).map((one) => `${one.caseNo} of nobody`);
  const numbers = Map.groupBy(listed, ({ caseNo }) => caseNo);
  const twice = [...numbers]
    .filter(([, own]) => own.length > 1)
    .map(([number]) => `${number} twice`);
  return verdict(
    'no-case-lost',
    {
      zh: '办件一件不少、一件不多、编号不重',
      en: 'No case lost, none from nowhere, no number twice',
    },
    acknowledged.length,
    [...violations, ...unasked, ...twice],
  );
}

/** What was accepted has the papers that it needs and the days on which it is due (行政许可法 art. 32, 42). */
export function acceptedCasesAreComplete({ acknowledged, found }: CaseFacts): Verdict {
  const accepted = acknowledged.filter(({ isAccepted }) => isAccepted);
  const violations = accepted.flatMap(({ caseId, caseNo, hasDeferred }) => {
    const file = found.get(caseId)?.file;
    if (file === undefined) return [];
    const days = [
      ...(file.acceptedOn === null ? ['no day of acceptance'] : []),
      ...(file.promisedDueOn === null || file.statutoryDueOn === null ? ['no due day'] : []),
    ];
    const lacking = file.papers.filter(
      ({ need, state }) =>
        need === 'required' &&
        state !== 'accepted' &&
        state !== 'exempt' &&
        !(hasDeferred && state === 'deferred'),
    );
    return [...days, ...lacking.map(({ key, state }) => `paper ${key} is ${state}`)].map(
      (fault) => `${caseNo}: ${fault}`,
    );
  });
  return verdict(
    'accepted-cases-complete',
    { zh: '受理的办件材料齐全、有到期日', en: 'Accepted cases have papers and due days' },
    accepted.length,
    violations,
  );
}

/** Each version of a case has its entry, each entry begins where the one before has ended. */
export function caseHistoriesAreWhole({ acknowledged, found }: CaseFacts): Verdict {
  const violations = acknowledged.flatMap(({ caseId, caseNo }) => {
    const one = found.get(caseId);
    if (one === undefined) return [];
    const { file, history } = one;
    const gap = history.findIndex(({ seq }, index) => seq !== index + 1);
    const broken = history.findIndex(
      ({ fromState }, index) => index > 0 && fromState !== history[index - 1]?.toState,
    );
    return [
      ...(history.length === file.version ? [] : [`${history.length} entries for ${file.version}`]),
      ...(gap < 0 ? [] : [`entry ${gap + 1} is missing`]),
      ...(broken < 0 ? [] : [`entry ${broken + 1} begins elsewhere`]),
      ...(history.at(-1)?.toState === file.state ? [] : [`the history ends elsewhere`]),
    ].map((fault) => `${caseNo}: ${fault}`);
  });
  return verdict(
    'case-histories-whole',
    { zh: '办件过程完整', en: 'Case histories are whole' },
    acknowledged.length,
    violations,
  );
}

/** What the work lists count is what there is, state by state, as long as somebody has to act. */
export function caseCountsAgree({ listed, counts }: Pick<CaseFacts, 'listed' | 'counts'>): Verdict {
  const counted = new Map(counts.map(({ state, count }) => [state, count]));
  const there = Map.groupBy(listed, ({ state }) => state);
  const open = [...new Set([...counted.keys(), ...there.keys()])].filter(
    (state) => stageOf[state] !== 'none',
  );
  const violations = open.flatMap((state) => {
    const [told, found] = [counted.get(state) ?? 0, there.get(state)?.length ?? 0];
    return told === found ? [] : [`${state}: counted ${told}, there are ${found}`];
  });
  return verdict(
    'case-counts-agree',
    { zh: '在办件计数与办件一致', en: 'Counts of open cases equal the cases' },
    listed.length,
    violations,
  );
}
