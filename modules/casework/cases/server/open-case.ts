import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { randomCode } from '#kernel/ids/token.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import { type CaseAct, transitions } from '../contract.ts';
import { type ApplicationDocument, sealApplication } from './application.ts';
import type { CasesDeps } from './deps.ts';
import { issueDocuments } from './documents/issue-documents.ts';
import { caseWentOn } from './events.ts';
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
import type { CaseRow, PaperRow } from './tables.ts';
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

/**
 * Begins a case: 办件编号 (实施编码, day, serial), row, form, papers and history in one breath, and says so. The
 * number is taken after everything that can refuse, so that no number is lost.
 */
export async function openCase(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  opening: Opening,
  next?: NextStep,
): Promise<CaseRow> {
  const { centreId } = actor;
  const { id, counting } = opening;
  const draft = toFirstEntry(deps, actor, opening, { caseNo: '', queryCode: '' });
  const around = toAround(opening, applyEntry(undefined, id, draft), actor.id);
  const step = next?.(around, opening.papers);
  const caseNo = await takeCaseNo(tx, centreId, opening.birth.taskCode, counting.today);
  const first = toFirstEntry(deps, actor, opening, { caseNo, queryCode: randomCode(QUERY_CODE) });
  const entries = [first, ...(step === undefined ? [] : [toSecondEntry(first, step)])];
  const papers = step?.papers ?? opening.papers;
  const files: CaseFile[] = [];
  for (const entry of entries) files.push(applyEntry(files.at(-1), id, entry));
  const rows = files.map((file) => toRow(centreId, file, counting));
  const row = rows.at(-1) as CaseRow;
  repository.insertCase(tx, row);
  repository.insertForm(tx, {
    centre_id: centreId,
    case_id: id,
    form_no: 1,
    sealed: sealApplication(deps.cipher, { centreId, caseId: id, formNo: 1 }, opening.application),
    saved_at: row.updated_at,
  });
  parts.insertPapers(tx, papers);
  repository.insertEvents(
    tx,
    entries.map((entry) => toEventRow(centreId, id, entry)),
  );
  for (const [index, entry] of entries.entries()) {
    const told = rows[index];
    if (told) caseWentOn({ deps, tx, actor }, told, entry);
  }
  for (const [index, entry] of entries.entries()) {
    const { edition } = opening;
    const at = rows[index] ?? row;
    await issueDocuments(deps, tx, { row: at, entry, papers, edition, promisedBefore: null });
  }
  return row;
}

/** The next 办件编号 of a matter on a day; held until the transaction ends. */
async function takeCaseNo(
  tx: Tx,
  centreId: number,
  taskCode: string,
  day: string,
): Promise<string> {
  const year = Number(day.slice(0, 4));
  const serial = await takeNumber(tx, { centreId, series: `cases.case/${taskCode}`, year, day });
  return formatNumber(CASE_NUMBER, { year, serial, day, more: { code: taskCode } });
}

function toFirstEntry(
  { clock }: CasesDeps,
  actor: Actor,
  { act, birth, more, papers }: Opening,
  number: Pick<Birth, 'caseNo' | 'queryCode'>,
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
    changes: { ...birth, ...number, ...more },
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
