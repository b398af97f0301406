import type { Tx } from '#kernel/db/types.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { makeVerificationCode } from '#kernel/documents/verification-code.ts';
import { newId } from '#kernel/ids/id.ts';
import { fillSecureRandom } from '#kernel/ids/random.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import type { DocumentKind } from '../../contract/documents.ts';
import { openRecipient } from '../application.ts';
import type { CasesDeps } from '../deps.ts';
import { placesOf } from '../places.ts';
import type { CaseEntry } from '../rules/case-file.ts';
import type { CaseRow, PaperRow } from '../tables.ts';
import { composeSnapshot, type Issuing } from './compose-snapshot.ts';
import { documentKindsOf, hasOwnNumber, SERIES_MARK } from './kinds-of.ts';
import { type DocumentRow, insertDocuments } from './repository-documents.ts';
import { sealSnapshot } from './vault.ts';

/** 机关简称 + 性质 + 〔年份〕 + 顺序号, e.g. 区市场监管局受〔2026〕12号. */
const NUMBER = '{office}{mark}〔{year}〕{serial}号';

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
  const kinds = documentKindsOf(done.entry, done.row.body);
  if (kinds.length === 0) return;
  const issuing = await loadIssuing(deps, tx, done);
  const rows: DocumentRow[] = [];
  // One after the other, by name: two acts that take several series never wait for each other in a circle.
  for (const kind of kinds.toSorted())
    rows.push(toRow(deps, kind, await numberOf(deps, tx, kind, done.row), issuing));
  insertDocuments(tx, rows);
}

async function numberOf(
  deps: CasesDeps,
  tx: Tx,
  kind: DocumentKind,
  { centre_id: centreId, body: file }: CaseRow,
): Promise<string> {
  if (!hasOwnNumber(kind)) return file.caseNo;
  const { departments } = await placesOf(deps).directory(tx, centreId);
  const office = departments.byCode.get(file.departmentCode)?.shortZh ?? file.terms.authority.name;
  const year = Number(file.updatedAt.slice(0, 4));
  const series = `cases.document/${file.departmentCode}/${kind}`;
  const serial = await takeNumber(tx, { centreId, series, year });
  return formatNumber(NUMBER, { year, serial, more: { office, mark: SERIES_MARK[kind] } });
}

async function loadIssuing(deps: CasesDeps, tx: Tx, done: Done): Promise<Issuing> {
  const { row } = done;
  const { centre_id: centreId, case_id: caseId, body: file } = row;
  const [applicant, agent, edition] = await Promise.all([
    deps.parties.findPartyInFull(tx, centreId, file.partyId),
    file.agentId === null ? undefined : deps.parties.findPartyInFull(tx, centreId, file.agentId),
    done.edition ?? findEdition(deps, tx, row),
  ]);
  return {
    ...done,
    edition,
    applicant: {
      kind: applicant?.kind ?? 'person',
      name: applicant?.name ?? '',
      identifier: applicant?.identifier?.number ?? '',
    },
    agentName: agent?.name ?? '',
    recipient:
      file.delivery === null
        ? ''
        : openRecipient(deps.cipher, centreId, caseId, file.delivery.recipientSealed),
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
