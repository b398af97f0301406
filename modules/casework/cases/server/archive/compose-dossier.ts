import { localDay } from '#kernel/clock/local-day.ts';
import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import type { Db } from '#kernel/db/types.ts';

import { documentWords } from '../../contract/documents.ts';
import type { DossierGroup, DossierItem } from '../../contract/dossier.ts';
import { openApplication } from '../application.ts';
import type { CasesDeps } from '../deps.ts';
import { type DocumentRow, listDocuments } from '../documents/repository-documents.ts';
import { PAPER_PURPOSE, SIGNATURE_PURPOSE } from '../file-purposes.ts';
import { listPapers } from '../repository-parts.ts';
import * as repository from '../repository.ts';
import { toEntry } from '../row.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { EventRow, FormRow, PaperRow } from '../tables.ts';

type Unnumbered = Omit<DossierItem, 'no'>;

const digestOf = (value: unknown) => sm3Hex(canonicalJson(value));

/** One digest over the list, in which every content has its own. */
export const digestOfDossier = (caseNo: string, items: readonly DossierItem[]) =>
  digestOf({ caseNo, items });

/** All that belongs to a case up to its step `lastSeq`: what was filled in, handed in, given out, and every step (handbook of papers, §2.4). */
export async function composeDossier(
  deps: CasesDeps,
  db: Db,
  file: CaseFile,
  { centreId, lastSeq }: { readonly centreId: number; readonly lastSeq: number },
): Promise<DossierItem[]> {
  const [form, papers, documents, events] = await Promise.all([
    repository.findForm(db, centreId, file.id, file.formNo),
    listPapers(db, centreId, file.id),
    listDocuments(db, centreId, file.id),
    repository.listEvents(db, centreId, file.id),
  ]);
  const steps = events.filter(({ seq }) => seq <= lastSeq);
  const closedAt = steps.at(-1)?.at ?? new Date(file.submittedAt);
  const items: Unnumbered[] = [
    ...(form ? [toFormItem(deps, form)] : []),
    ...(await Promise.all(papers.map((row) => toPaperItems(deps, db, centreId, row)))).flat(),
    ...documents
      .filter(({ issued_at: at }) => at <= closedAt)
      .toReversed()
      .map(toDocumentItem),
    ...(await toSignatureItems(deps, db, centreId, file.id)),
    ...(await toResultItems(deps, db, centreId, file)),
    toProcessItem(steps),
  ];
  return items.map((item, index) => ({ no: index + 1, ...item }));
}

const blank = (group: DossierGroup, name: Unnumbered['name']): Omit<Unnumbered, 'digest'> => ({
  group,
  name,
  number: '',
  by: '',
  on: null,
  count: 1,
  fileId: null,
  documentId: null,
});

const toFormItem = ({ cipher }: CasesDeps, row: FormRow): Unnumbered => ({
  ...blank('application', { zh: '申请书（填报内容）', en: 'Application as filled in' }),
  on: localDay(row.saved_at),
  // Over what was filled in and not over its cipher text, which changes with the key.
  digest: digestOf(openApplication(cipher, row)),
});

/** A paper with files is an entry for each file; one on paper only is one entry. */
async function toPaperItems(
  { files }: CasesDeps,
  db: Db,
  centreId: number,
  row: PaperRow,
): Promise<Unnumbered[]> {
  const { key, name, state, source, originals, copies, licence_id: licenceId } = row;
  if (state === 'missing' || state === 'exempt') return [];
  const of = blank('papers', name);
  if (row.file_ids.length === 0)
    return [
      {
        ...of,
        count: originals + copies,
        digest: digestOf({ key, state, source, originals, copies, licenceId }),
      },
    ];
  return Promise.all(
    row.file_ids.map(async (fileId) => {
      const { hash, name: by } = await files.getFile(db, { centreId }, fileId, PAPER_PURPOSE);
      return { ...of, by, fileId, digest: hash };
    }),
  );
}

function toDocumentItem(row: DocumentRow): Unnumbered {
  const { 'zh-CN': zh, en } = documentWords[row.kind];
  return {
    ...blank('documents', { zh, en }),
    number: row.number,
    by: row.by_name,
    on: localDay(row.issued_at),
    documentId: row.document_id,
    digest: row.digest,
  };
}

/** What was signed by hand, on the pad of a window or when the result was handed over. */
async function toSignatureItems(
  { files }: CasesDeps,
  db: Db,
  centreId: number,
  caseId: string,
): Promise<Unnumbered[]> {
  const subject = { kind: 'cases.case', id: caseId };
  const signed = await files.listFiles(db, { centreId }, subject, SIGNATURE_PURPOSE);
  return signed.map(({ id, uploadedAt, hash, uploadedByName }) => ({
    ...blank('signatures', { zh: '手写签名', en: 'Signature by hand' }),
    by: uploadedByName,
    on: localDay(new Date(uploadedAt)),
    fileId: id,
    digest: hash,
  }));
}

async function toResultItems(
  { licences }: CasesDeps,
  db: Db,
  centreId: number,
  { licenceId }: CaseFile,
): Promise<Unnumbered[]> {
  if (licenceId === null) return [];
  const { number, identifier, kind, authority } = await licences.getLicence(
    db,
    centreId,
    licenceId,
  );
  return [
    {
      ...blank('result', { zh: kind.name['zh-CN'], en: kind.name.en }),
      number,
      by: authority['zh-CN'],
      digest: digestOf({ licenceId, number, identifier }),
    },
  ];
}

const toProcessItem = (steps: readonly EventRow[]): Unnumbered => ({
  ...blank('process', { zh: '办理过程记录', en: 'Record of the steps' }),
  on: localDay(steps.at(-1)?.at ?? new Date(0)),
  count: steps.length,
  digest: digestOf(steps.map(toEntry)),
});
