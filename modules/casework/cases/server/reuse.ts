import type { Db, Tx } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { UsableLicence } from '#modules/casework/licences/index.ts';
import type { Form, FormValues, Paper } from '#modules/casework/matters/contract.ts';

import { problems } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { PAPER_PURPOSE, SIGNATURE_PURPOSE } from './file-purposes.ts';
import * as parts from './repository-parts.ts';
import { toWords } from './rules/guards-intake.ts';
import type { PaperRow } from './tables.ts';
import type { Work } from './work.ts';

const SUBJECT = 'cases.case';

/** What of earlier cases is looked through for papers to use again. */
const EARLIER_PAPERS = 500;

/** Papers with files that were accepted in earlier cases of the party, the newest first. */
export async function findEarlierPapers(
  { parties }: Pick<CasesDeps, 'parties'>,
  db: Db,
  centreId: number,
  partyId: string,
) {
  const partyIds = await parties.listPartyIds(db, centreId, partyId);
  const rows = await parts.listEarlierPapers(db, centreId, partyIds, EARLIER_PAPERS);
  return rows.filter((row) => row.file_ids.length > 0);
}

/** What matters give one key may be different papers (规章制度 of a clinic or of a haulier): the name decides too. */
export const isSamePaper = (
  one: Pick<PaperRow, 'key' | 'name'>,
  other: Pick<PaperRow, 'key' | 'name'>,
): boolean => one.key === other.key && one.name.zh === other.name.zh;

/** An application 申请表 is made anew for each case: that of an earlier one asks for something else. */
export const mayComeFromEarlier = (paper: Pick<Paper, 'kind'> | undefined): boolean =>
  paper?.kind !== 'form';

export interface ReuseOwner {
  readonly centreId: number;
  readonly partyId: string;
  readonly today: string;
  /** What the matter asks for; empty for a case whose matter is gone. */
  readonly asked: ReadonlyArray<Pick<Paper, 'key' | 'kind'>>;
}

/**
 * Sees that what stands in for a paper exists and belongs to the applicant: a licence in force of the kind that
 * the paper names, or the same paper accepted in an earlier case. Takes the files of that case over.
 */
export async function settleReuse(
  deps: CasesDeps,
  tx: Tx,
  owner: ReuseOwner,
  rows: readonly PaperRow[],
): Promise<PaperRow[]> {
  const fromEarlier = rows.some((row) => row.source === 'earlier-case');
  const earlier = fromEarlier
    ? await findEarlierPapers(deps, tx, owner.centreId, owner.partyId)
    : [];
  return Promise.all(
    rows.map(async (row) => {
      if (row.source === 'licence') return settleLicence(deps, tx, owner, row);
      if (row.source !== 'earlier-case' || row.from_case_id === row.case_id) return row;
      const found = earlier.find(
        (one) => one.case_id === row.from_case_id && isSamePaper(one, row),
      );
      const paper = owner.asked.find(({ key }) => key === row.key);
      if (found === undefined || !mayComeFromEarlier(paper)) throw notReusable(row);
      return { ...row, file_ids: found.file_ids, trust: 'B' as const };
    }),
  );
}

/** Licences of a party that stand for a paper; none of a kind that this centre does not keep. */
export async function findUsable(
  { licences }: Pick<CasesDeps, 'licences'>,
  db: Db,
  { centreId, partyId, today }: { centreId: number; partyId: string; today: string },
  kind: string | null,
): Promise<UsableLicence[]> {
  if (kind === null) return [];
  try {
    return await licences.findUsable(db, { centreId, partyId, kind, on: today });
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}

async function settleLicence(
  deps: CasesDeps,
  tx: Tx,
  owner: { centreId: number; partyId: string; today: string },
  row: PaperRow,
): Promise<PaperRow> {
  const usable = await findUsable(deps, tx, owner, row.licence_kind);
  const found = usable.find((one) => row.licence_id === null || one.licenceId === row.licence_id);
  if (found === undefined) throw notReusable(row);
  return { ...row, licence_id: found.licenceId, trust: found.trust };
}

const notReusable = (row: PaperRow) =>
  new ProblemError(problems.paperNotReusable, { name: toWords(row.name) });

interface EvidenceKey {
  readonly caseId: string;
  readonly caseNumber: string;
  /** The whole of a bundle, whose files serve several parts; else the case itself. */
  readonly hangsOn?: string | null | undefined;
}

/**
 * Hangs newly sent files on the case and tells the licences that they were used. Files of an earlier case stay
 * where they hang.
 */
export async function keepEvidence(
  { deps: { files, licences }, tx, actor }: Work,
  { hangsOn, ...key }: EvidenceKey,
  before: readonly PaperRow[],
  after: readonly PaperRow[],
): Promise<void> {
  const subject = { kind: SUBJECT, id: hangsOn ?? key.caseId };
  const had = new Set(before.flatMap((row) => row.file_ids));
  const used = new Set(before.flatMap((row) => row.licence_id ?? []));
  for (const row of after) {
    if (row.source !== 'earlier-case')
      for (const fileId of row.file_ids.filter((one) => !had.has(one)))
        await files.attach(tx, actor, fileId, PAPER_PURPOSE, subject);
    if (row.source === 'licence' && row.licence_id !== null && !used.has(row.licence_id))
      await licences.recordUse(tx, actor, { licenceId: row.licence_id, ...key });
  }
}

/** Hangs the files and signatures of a form on the case, except those that it had before. */
export async function keepFormFiles(
  { deps: { files }, tx, actor }: Work,
  caseId: string,
  form: Form,
  { before, after }: { readonly before: FormValues; readonly after: FormValues },
): Promise<void> {
  const had = new Set(listFormFiles(form, before).map(({ id }) => id));
  for (const { id, purpose } of listFormFiles(form, after))
    if (!had.has(id)) await files.attach(tx, actor, id, purpose, { kind: SUBJECT, id: caseId });
}

function listFormFiles({ sections }: Form, values: FormValues) {
  return sections
    .flatMap(({ fields }) => fields)
    .flatMap(({ kind, key }) => {
      if (kind !== 'file' && kind !== 'signature') return [];
      const ids = [values[key] ?? []].flat();
      const purpose = kind === 'file' ? PAPER_PURPOSE : SIGNATURE_PURPOSE;
      return ids.filter((id) => typeof id === 'string').map((id) => ({ id, purpose }));
    });
}
