import { localDay } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import type { Series } from '#kernel/documents/numbering/series.ts';
import { takeNumbers } from '#kernel/documents/numbering/take-number.ts';
import { makeVerificationCode } from '#kernel/documents/verification-code.ts';
import { newId } from '#kernel/ids/id.ts';
import { fillSecureRandom } from '#kernel/ids/random.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';
import type { PartyInFull } from '#modules/registry/parties/index.ts';

import type { DocumentKind } from '../../contract/documents.ts';
import { openRecipient } from '../application.ts';
import type { CasesDeps } from '../deps.ts';
import { placesOf } from '../places.ts';
import type { CaseEntry, CaseFile } from '../rules/case-file.ts';
import type { CaseRow, PaperRow } from '../tables.ts';
import { composeSnapshot, type Issuing } from './compose-snapshot.ts';
import { documentKindsOf, hasOwnNumber, SERIES_MARK } from './kinds-of.ts';
import { type DocumentRow, insertDocuments } from './repository-documents.ts';
import { sealSnapshot } from './vault.ts';

/** 机关简称 + 性质 + 〔年份〕 + 顺序号, e.g. 区市场监管局受〔2026〕12号. */
const NUMBER = '{office}{mark}〔{year}〕{serial}号';

/** Whom papers are addressed to. */
export interface Addressed {
  readonly applicant: PartyInFull | undefined;
  readonly agent: PartyInFull | undefined;
}

/** What an act left behind. */
export interface Done {
  readonly row: CaseRow;
  readonly entry: CaseEntry;
  readonly papers: readonly PaperRow[];
  readonly edition: EditionItem | undefined;
  /** The promised day before the act, for a notice of extension. */
  readonly promisedBefore: string | null;
}

/**
 * Gives out the papers of an act, numbered without gaps, in the transaction of the act: a case is never accepted
 * without its notice, and no notice exists of what did not happen.
 */
export async function issueDocuments(deps: CasesDeps, tx: Tx, done: Done): Promise<void> {
  const { row, entry } = done;
  const kinds = documentKindsOf(entry, row.body);
  if (kinds.length === 0) return;
  const { centre_id: centreId, body: file } = row;
  const [addressed, edition] = await Promise.all([
    findAddressed(deps, tx, centreId, file),
    done.edition ?? findEdition(deps, tx, row),
  ]);
  const series = kinds.flatMap((kind) => toSeries(centreId, entry, file, kind) ?? []);
  const serials = await takeNumbers(tx, series);
  await writeDocuments(deps, tx, [{ ...done, edition, kinds, serials }], addressed);
}

/** Who applied and who came for them; read before numbers are taken, so that nobody waits for it. */
export async function findAddressed(
  { parties }: CasesDeps,
  tx: Tx,
  centreId: number,
  { partyId, agentId }: { readonly partyId: string; readonly agentId?: string | null | undefined },
): Promise<Addressed> {
  const [applicant, agent] = await Promise.all([
    parties.findPartyInFull(tx, centreId, partyId),
    agentId == null ? undefined : parties.findPartyInFull(tx, centreId, agentId),
  ]);
  return { applicant, agent };
}

/** The series of a paper's own number; none for a receipt, which carries the number of its case. */
export function toSeries(
  centreId: number,
  { at }: Pick<CaseEntry, 'at'>,
  { departmentCode }: Pick<CaseFile, 'departmentCode'>,
  kind: DocumentKind,
): Series | undefined {
  if (!hasOwnNumber(kind)) return undefined;
  const series = `cases.document/${departmentCode}/${kind}`;
  return { centreId, series, year: yearOf(at) };
}

/** Writes the papers of one act or several whose numbers were taken, in the order of the kinds that have one. */
export async function writeDocuments(
  deps: CasesDeps,
  tx: Tx,
  all: ReadonlyArray<
    Done & { readonly kinds: readonly DocumentKind[]; readonly serials: readonly number[] }
  >,
  addressed: Addressed,
): Promise<void> {
  const rows: DocumentRow[] = [];
  for (const { kinds, serials, ...done } of all) {
    const { departments } = await placesOf(deps).directory(tx, done.row.centre_id);
    const { departmentCode, terms } = done.row.body;
    const office = departments.byCode.get(departmentCode)?.shortZh ?? terms.authority.name;
    const issuing = toIssuing(deps, done, addressed);
    const left = [...serials];
    for (const kind of kinds) {
      const serial = hasOwnNumber(kind) ? left.shift() : undefined;
      rows.push(toRow(deps, kind, numberOf(kind, done, office, serial), issuing));
    }
  }
  insertDocuments(tx, rows);
}

function numberOf(
  kind: DocumentKind,
  { row, entry }: Done,
  office: string,
  serial: number | undefined,
): string {
  if (serial === undefined) return row.case_no;
  return formatNumber(NUMBER, {
    year: yearOf(entry.at),
    serial,
    more: { office, mark: SERIES_MARK[kind] },
  });
}

/** Years begin at midnight in Shanghai. */
const yearOf = (at: string): number => Number(localDay(new Date(at)).slice(0, 4));

function toIssuing({ cipher }: CasesDeps, done: Done, { applicant, agent }: Addressed): Issuing {
  const { centre_id: centreId, case_id: caseId, body: file } = done.row;
  return {
    ...done,
    applicant: {
      kind: applicant?.kind ?? 'person',
      name: applicant?.name ?? '',
      identifier: applicant?.identifier?.number ?? '',
    },
    agentName: agent?.name ?? '',
    recipient:
      file.delivery === null
        ? ''
        : openRecipient(cipher, centreId, caseId, file.delivery.recipientSealed),
  };
}

function findEdition(
  { matters }: CasesDeps,
  tx: Tx,
  { centre_id: centreId, body: { kind, editionId, itemKey } }: CaseRow,
): Promise<EditionItem> | undefined {
  return kind === 'parent' ? undefined : matters.getItem(tx, { centreId, editionId, itemKey });
}

function toRow(
  { cipher, clock }: CasesDeps,
  kind: DocumentKind,
  number: string,
  issuing: Issuing,
): DocumentRow {
  const { row, entry } = issuing;
  const random = new Uint8Array(16);
  fillSecureRandom(random);
  const key = { centre_id: row.centre_id, document_id: newId(clock) };
  return {
    ...key,
    case_id: row.case_id,
    kind,
    number,
    issued_at: new Date(entry.at),
    by_name: entry.byKind === 'staff' ? entry.byName : '',
    code: makeVerificationCode(random),
    ...sealSnapshot(cipher, key, composeSnapshot(kind, number, issuing)),
    signature: null,
    key_id: null,
    public_key: null,
    printed: 0,
  };
}
