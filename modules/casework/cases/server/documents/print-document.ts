import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import type { Tx } from '#kernel/db/types.ts';
import { findVerificationCode, verificationUrl } from '#kernel/documents/verification-code.ts';
import type { Locale } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions } from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { requireOwn, targetOf } from '../who.ts';
import { documentPaper } from './document-paper.ts';
import {
  countPrinting,
  type DocumentRow,
  listDocuments,
  lockDocument,
} from './repository-documents.ts';
import { signDocument } from './sign-document.ts';
import { openSnapshot } from './vault.ts';

export interface DocumentFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface Asked {
  readonly caseId: string;
  readonly documentId: string;
  readonly locale: Locale;
}

/** A paper of a case to print. Each printing is counted and audited; from the second on the paper says 补打. */
export async function printDocument(
  deps: CasesDeps,
  actor: Actor,
  asked: Asked,
): Promise<DocumentFile> {
  return print(deps, actor, asked, async (tx) => {
    const { body } = orNotFound(await repository.findCase(tx, actor.centreId, asked.caseId));
    authorise(actor, permissions.view.name, targetOf(body));
    return permissions.view.name;
  });
}

/** A paper of one's own case. */
export async function printOwnDocument(
  deps: CasesDeps,
  actor: Actor,
  asked: Asked,
): Promise<DocumentFile> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  return print(deps, actor, asked, async (tx) => {
    const { body } = orNotFound(await repository.findCase(tx, actor.centreId, asked.caseId));
    await requireOwn(deps, tx, actor, body);
    return permissions.viewOwn.name;
  });
}

async function print(
  deps: CasesDeps,
  actor: Actor,
  { caseId, documentId, locale }: Asked,
  admit: (tx: Tx) => Promise<string>,
): Promise<DocumentFile> {
  const row = await deps.database.transaction(async (tx) => {
    const act = await admit(tx);
    const found = orNotFound(await lockDocument(tx, actor.centreId, caseId, documentId));
    const signed = await signDocument(deps, found);
    countPrinting(tx, signed);
    recordLook(tx, deps.clock, actor, {
      act,
      subject: { kind: 'cases.document', id: documentId },
      fields: [found.kind],
    });
    return signed;
  });
  return { fileName: `${row.kind}-${row.code}.pdf`, bytes: await render(deps, row, locale) };
}

/** A paper for the dossier, as it was given out: neither counted nor marked as printed again. */
export async function renderStored(
  deps: CasesDeps,
  { centreId, caseId }: { readonly centreId: number; readonly caseId: string },
  documentId: string,
  locale: Locale,
): Promise<Uint8Array> {
  const rows = await listDocuments(deps.database.db, centreId, caseId);
  const row = orNotFound(rows.find(({ document_id: id }) => id === documentId));
  return render(deps, { ...row, printed: 0 }, locale);
}

/** The bytes of the original are the same each time, whoever prints it and when. */
async function render(deps: CasesDeps, row: DocumentRow, locale: Locale): Promise<Uint8Array> {
  const { snapshot } = openSnapshot(deps.cipher, row);
  const code = orNotFound(findVerificationCode(row.code));
  const { bytes } = await documentPaper.render(
    {
      snapshot,
      code: row.code,
      verifyUrl: verificationUrl(deps.publicUrl, code),
      isReprint: row.printed > 0,
    },
    {
      locale,
      createdAt: row.issued_at,
      ...(deps.isDemonstration ? { watermark: locale === 'en' ? 'Demonstration' : '演示' } : {}),
    },
  );
  return bytes;
}
