import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import type { Series } from '#kernel/documents/numbering/series.ts';
import { takeNumbers } from '#kernel/documents/numbering/take-number.ts';
import { randomCode } from '#kernel/ids/token.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import { type CaseAct, transitions } from '../contract.ts';
import type { DocumentKind } from '../contract/documents.ts';
import { type ApplicationDocument, sealApplication } from './application.ts';
import type { CasesDeps } from './deps.ts';
import { type Addressed, toSeries, writeDocuments } from './documents/issue-documents.ts';
import { documentKindsOf, hasOwnNumber } from './documents/kinds-of.ts';
import { casesWentOn } from './events.ts';
import { findFaults } from './load-around.ts';
import * as parts from './repository-parts.ts';
import * as repository from './repository.ts';
import { type Counting, deadlinesOf, toEventRow, toRow } from './row.ts';
import type { Around } from './rules/around.ts';
import {
  applyEntry,
  type Birth,
  type CaseEntry,
  type CaseFile,
  type Changes,
} from './rules/case-file.ts';
import type { CaseRow, FormRow, PaperRow } from './tables.ts';
import { toPaper } from './view.ts';
import { nameOf } from './who.ts';

/** The length of 查询码: short enough to say on the telephone. */
const QUERY_CODE = 8;
const CASE_NUMBER = '{code}{date}{serial:4}';

/** A case that is about to begin. */
export interface Opening {
  readonly id: string;
  readonly act: Extract<CaseAct, 'submit' | 'receive-at-window' | 'collect'>;
  readonly birth: Omit<Birth, 'caseNo' | 'queryCode'>;
  readonly more: Changes;
  readonly application: ApplicationDocument;
  readonly papers: readonly PaperRow[];
  readonly edition: EditionItem | undefined;
  readonly counting: Counting;
}

/** A further step in the same breath, decided on the case as the first has left it. */
export type NextStep = (
  around: Around,
  papers: readonly PaperRow[],
) => {
  readonly act: CaseAct;
  readonly changes: Changes;
  readonly papers: readonly PaperRow[];
  readonly detail: Readonly<Record<string, unknown>>;
};

/** One of the cases of a visit. */
export interface Beginning {
  readonly opening: Opening;
  readonly next?: NextStep | undefined;
  /** Whom its papers are addressed to. */
  readonly addressed: Addressed;
}

/**
 * Begins the cases of one visit: 办件编号 (实施编码, day, serial), row, form, papers and history in one breath, and
 * says so. Numbers are taken after everything that can refuse, all at once, so that none is lost and nobody waits
 * for longer than the last round trip.
 */
export async function openCases(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  beginnings: readonly Beginning[],
): Promise<CaseRow[]> {
  const plans = beginnings.map((beginning) => toPlan(deps, actor, beginning));
  for (const { opening, papers } of plans) {
    repository.insertForm(tx, toFormRow(deps, actor.centreId, opening));
    parts.insertPapers(tx, papers);
  }
  const serials = await takeNumbers(
    tx,
    plans.flatMap(({ series }) => series),
  );
  const rows: CaseRow[] = [];
  for (const plan of plans)
    rows.push(await writeCase(deps, tx, actor, plan, serials.splice(0, plan.series.length)));
  return rows;
}

/** A case before it has a number. */
interface Plan extends Beginning {
  readonly papers: readonly PaperRow[];
  /** All but the numbers. */
  readonly entries: readonly CaseEntry[];
  readonly kinds: ReadonlyArray<readonly DocumentKind[]>;
  /** Of the case itself first, then of its papers. */
  readonly series: readonly Series[];
}

function toPlan(deps: CasesDeps, actor: Actor, beginning: Beginning): Plan {
  const { opening, next } = beginning;
  const { id, birth, counting } = opening;
  const { centreId } = actor;
  const first = toFirstEntry(deps, actor, opening);
  const file = applyEntry(undefined, id, first);
  const step = next?.(toAround(opening, file, actor.id), opening.papers);
  const entries = step === undefined ? [first] : [first, toSecondEntry(first, step)];
  const files = toFiles(id, entries);
  const kinds = zip(files, entries).map(([after, entry]) => documentKindsOf(entry, after));
  const ofPapers = zip(files, entries).flatMap(([after, entry], index) =>
    (kinds[index] ?? []).flatMap((kind) => toSeries(centreId, entry, after, kind) ?? []),
  );
  const series = [toCaseSeries(centreId, birth.taskCode, counting.today), ...ofPapers];
  return { ...beginning, papers: step?.papers ?? opening.papers, entries, kinds, series };
}

async function writeCase(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  { opening, addressed, papers, entries: planned, kinds }: Plan,
  [serial = 0, ...serials]: readonly number[],
): Promise<CaseRow> {
  const { centreId } = actor;
  const { id, counting, edition } = opening;
  const number = {
    caseNo: toCaseNo(opening.birth.taskCode, counting.today, serial),
    queryCode: randomCode(QUERY_CODE),
  };
  const entries = planned.map((entry, index) =>
    index === 0 ? { ...entry, changes: { ...entry.changes, ...number } } : entry,
  );
  const rows = toFiles(id, entries).map((file) => toRow(centreId, file, counting));
  const row = rows.at(-1) as CaseRow;
  repository.insertCase(tx, row);
  repository.insertEvents(
    tx,
    entries.map((entry) => toEventRow(centreId, id, entry)),
  );
  const steps = zip(rows, entries).map(([after, entry]) => ({ row: after, entry }));
  casesWentOn({ deps, tx, actor }, steps);
  const done = steps.map((step, index) => {
    const given = kinds[index] ?? [];
    const own = serials.splice(0, given.filter(hasOwnNumber).length);
    return { ...step, papers, edition, promisedBefore: null, kinds: given, serials: own };
  });
  await writeDocuments(deps, tx, done, addressed);
  return row;
}

/** The case after each entry. */
function toFiles(id: string, entries: readonly CaseEntry[]): CaseFile[] {
  const files: CaseFile[] = [];
  for (const entry of entries) files.push(applyEntry(files.at(-1), id, entry));
  return files;
}

const zip = <A, B>(left: readonly A[], right: readonly B[]): Array<readonly [A, B]> =>
  left.slice(0, right.length).map((one, index) => [one, right[index] as B]);

const toFormRow = (
  { cipher, clock }: CasesDeps,
  centreId: number,
  { id, application }: Opening,
): FormRow => ({
  centre_id: centreId,
  case_id: id,
  form_no: 1,
  sealed: sealApplication(cipher, { centreId, caseId: id, formNo: 1 }, application),
  saved_at: clock.now(),
});

/** Of a matter on a day. */
const toCaseSeries = (centreId: number, taskCode: string, day: Day): Series => ({
  centreId,
  series: `cases.case/${taskCode}`,
  year: Number(day.slice(0, 4)),
  day,
});

const toCaseNo = (code: string, day: Day, serial: number): string =>
  formatNumber(CASE_NUMBER, { year: Number(day.slice(0, 4)), serial, day, more: { code } });

function toFirstEntry(
  { clock }: CasesDeps,
  actor: Actor,
  { act, birth, more, papers }: Opening,
): CaseEntry {
  const { to } = transitions[act];
  return {
    seq: 1,
    at: clock.now().toISOString(),
    act,
    byKind: actor.kind === 'citizen' ? 'applicant' : 'staff',
    byId: actor.id,
    byName: nameOf(actor),
    from: null,
    to: to === 'submitted' || to === 'received' ? to : 'received',
    changes: { ...birth, caseNo: '', queryCode: '', ...more },
    note: '',
    isPublic: true,
    detail: { papers: papers.map(({ key, state }) => ({ key, state })) },
  };
}

function toSecondEntry(first: CaseEntry, step: ReturnType<NextStep>): CaseEntry {
  const { to } = transitions[step.act];
  return {
    ...first,
    seq: 2,
    act: step.act,
    from: first.to,
    to: to === 'same' || to === 'before' || to === 'children' ? first.to : to,
    changes: step.changes,
    detail: step.detail,
  };
}

/** What the guards look at before the case exists. */
function toAround(opening: Opening, file: CaseFile, actorId: string): Around {
  const { counting, application, edition, papers } = opening;
  return {
    file,
    papers: papers.map(toPaper),
    ...findFaults(application, edition, counting.today),
    siblings: [],
    children: [],
    opinions: [],
    deadlines: deadlinesOf(file, counting),
    calendar: counting.calendar,
    settings: counting.settings,
    today: counting.today,
    actorId,
  };
}
