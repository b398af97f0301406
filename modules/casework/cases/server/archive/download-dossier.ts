import { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import { zipParts, type ZipPart } from '#kernel/documents/sheets/zip-stream.ts';
import type { Locale } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions } from '../../contract.ts';
import type { Dossier, DossierItem } from '../../contract/dossier.ts';
import { openApplication } from '../application.ts';
import type { CasesDeps } from '../deps.ts';
import { renderStored } from '../documents/print-document.ts';
import { PAPER_PURPOSE, SIGNATURE_PURPOSE } from '../file-purposes.ts';
import * as repository from '../repository.ts';
import { toEntry } from '../row.ts';
import type { CaseRow } from '../tables.ts';
import { targetOf } from '../who.ts';
import { readDossier } from './get-dossier.ts';
import { toContentsPage } from './to-contents-page.ts';

export interface DossierPackage {
  readonly fileName: string;
  readonly content: Readable;
}

/** The whole dossier as one archive, file by file in constant memory. Who took it is recorded before anything leaves. */
export async function downloadDossier(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<DossierPackage> {
  const { row, dossier } = await deps.database.transaction(async (tx) => {
    const found = orNotFound(await repository.findCase(tx, actor.centreId, id));
    authorise(actor, permissions.archive.name, targetOf(found.body));
    const read = await readDossier(deps, tx, found);
    recordLook(tx, deps.clock, actor, {
      act: permissions.archive.name,
      subject: { kind: 'cases.case', id },
      fields: ['dossier'],
    });
    return { row: found, dossier: read };
  });
  return {
    fileName: `${dossier.caseNo}.zip`,
    content: Readable.from(zipParts(listParts(deps, row, dossier, locale)), { objectMode: false }),
  };
}

async function* listParts(
  deps: CasesDeps,
  row: CaseRow,
  dossier: Dossier,
  locale: Locale,
): AsyncGenerator<ZipPart> {
  const { zh, en = zh } = row.body.matterName;
  const matter = { 'zh-CN': zh, en };
  yield {
    name: locale === 'en' ? '00 contents.html' : '00 卷内目录.html',
    content: [toContentsPage(dossier, matter, locale)],
  };
  yield { name: '00 dossier.json', content: [JSON.stringify(dossier, undefined, 2)] };
  for (const item of dossier.items) {
    const part = await toPart(deps, row, item, locale);
    if (part) yield part;
  }
}

async function toPart(
  deps: CasesDeps,
  { centre_id: centreId, case_id: id, body }: CaseRow,
  item: DossierItem,
  locale: Locale,
): Promise<ZipPart | undefined> {
  const { db } = deps.database;
  const name = `${String(item.no).padStart(2, '0')} ${toFileName(item.name.zh)}`;
  switch (item.group) {
    case 'application': {
      const form = orNotFound(await repository.findForm(db, centreId, id, body.formNo));
      const filled = openApplication(deps.cipher, form);
      return { name: `${name}.json`, content: [JSON.stringify(filled, undefined, 2)] };
    }
    case 'papers':
    case 'signatures': {
      if (item.fileId === null) return undefined;
      const purpose = item.group === 'papers' ? PAPER_PURPOSE : SIGNATURE_PURPOSE;
      const file = await deps.files.getFile(db, { centreId }, item.fileId, purpose);
      return { name: `${name} ${toFileName(file.name)}`, content: await file.open() };
    }
    case 'documents': {
      const bytes = await renderStored(
        deps,
        { centreId, caseId: id },
        item.documentId ?? '',
        locale,
      );
      return { name: `${name}.pdf`, content: [bytes] };
    }
    case 'process': {
      const events = await repository.listEvents(db, centreId, id);
      const steps = events.slice(0, item.count).map(toEntry);
      return { name: `${name}.json`, content: [JSON.stringify(steps, undefined, 2)] };
    }
    case 'result':
      return undefined;
  }
}

/** Without what folders and drives of any system refuse. */
const toFileName = (text: string) => text.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 80);
