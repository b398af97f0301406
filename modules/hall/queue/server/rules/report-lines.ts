import type { ReportBy, ReportLine } from '../../contract.ts';

/** What visits of one key amount to. */
export interface VisitsOfKey {
  readonly key: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly issued: number;
  readonly served: number;
  readonly abandoned: number;
  readonly mean_wait: number | null;
  readonly p50_wait: number | null;
  readonly p90_wait: number | null;
  readonly mean_serve: number | null;
  readonly p90_serve: number | null;
  readonly within_target: number | null;
  readonly served_seconds: number;
}

/** What cases of one key amount to. */
export interface CasesOfKey {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly received: number;
  readonly accepted: number;
  readonly decided: number;
  readonly decidedInTime: number;
}

export const NO_VISITS: VisitsOfKey = {
  key: '',
  name_zh: '',
  name_en: '',
  issued: 0,
  served: 0,
  abandoned: 0,
  mean_wait: null,
  p50_wait: null,
  p90_wait: null,
  mean_serve: null,
  p90_serve: null,
  within_target: null,
  served_seconds: 0,
};

const rounded = (value: number | null) => (value === null ? null : Math.round(value));
const share = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

/** Visits of a key, with how long its windows were open; nothing is said of cases. */
export function toLine(row: VisitsOfKey, open: number | undefined): ReportLine {
  return {
    key: row.key,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    issued: row.issued,
    served: row.served,
    abandoned: row.abandoned,
    abandonRate: share(row.abandoned, row.issued),
    meanWaitSeconds: rounded(row.mean_wait),
    p50WaitSeconds: rounded(row.p50_wait),
    p90WaitSeconds: rounded(row.p90_wait),
    meanServeSeconds: rounded(row.mean_serve),
    p90ServeSeconds: rounded(row.p90_serve),
    utilisation: open === undefined ? null : share(row.served_seconds, open),
    withinTarget: row.within_target === null ? null : Math.round(row.within_target * 1000) / 1000,
    casesReceived: null,
    casesAccepted: null,
    casesDecided: null,
    casesInTime: null,
  };
}

const toCases = (sums: readonly CasesOfKey[]) => {
  const add = (of: (sum: CasesOfKey) => number) =>
    sums.reduce((before, sum) => before + of(sum), 0);
  const decided = add((sum) => sum.decided);
  return {
    casesReceived: add((sum) => sum.received),
    casesAccepted: add((sum) => sum.accepted),
    casesDecided: decided,
    casesInTime: share(
      add((sum) => sum.decidedInTime),
      decided,
    ),
  };
};

/** Puts cases beside the visits of the same key; what has cases only gets a line without visits. */
export function joinLines(
  lines: readonly ReportLine[],
  cases: readonly CasesOfKey[] | undefined,
): ReportLine[] {
  if (cases === undefined) return [...lines];
  const byKey = Map.groupBy(cases, ({ key }) => key);
  const known = new Set(lines.map(({ key }) => key));
  const joined = lines.map((line) => ({ ...line, ...toCases(byKey.get(line.key) ?? []) }));
  const more = [...byKey].flatMap(([key, sums]) => {
    const [first] = sums;
    if (first === undefined || known.has(key)) return [];
    const { nameZh, nameEn } = first;
    return [{ ...toLine(NO_VISITS, undefined), key, nameZh, nameEn, ...toCases(sums) }];
  });
  return [...joined, ...more];
}

const work = (line: ReportLine) => line.issued + (line.casesReceived ?? 0);

/** Days and hours as they come, windows by number, everything else by how much there was. */
export function inOrder(lines: readonly ReportLine[], by: ReportBy): ReportLine[] {
  if (by === 'day' || by === 'hour')
    return lines.toSorted((left, right) => left.key.localeCompare(right.key));
  if (by === 'window')
    return lines.toSorted(
      (left, right) =>
        (Number(left.nameZh) || Infinity) - (Number(right.nameZh) || Infinity) ||
        left.nameZh.localeCompare(right.nameZh),
    );
  return lines.toSorted(
    (left, right) => work(right) - work(left) || left.nameZh.localeCompare(right.nameZh),
  );
}
