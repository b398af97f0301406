import { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Cursor } from '#kernel/db/keyset.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { type LicenceFilter, LicenceState } from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { listExported } from './events.ts';
import { toListFilter } from './list-licences.ts';
import { STATE_WORDS } from './paper/state-words.ts';
import { reachOfExports } from './reach.ts';
import { countLicences, type ListFilter, listLicences } from './repository-list.ts';
import { type Around, currentState, loadAround, toKindName } from './view.ts';

const PAGE = 500;

const columns = defineSheetColumns([
  { type: 'text', key: 'kind', heading: { 'zh-CN': '证照名称', en: 'Kind' } },
  { type: 'code', key: 'number', heading: { 'zh-CN': '证照编号', en: 'Number' } },
  { type: 'code', key: 'identifier', heading: { 'zh-CN': '证照标识', en: 'Identifier' } },
  { type: 'text', key: 'holder', heading: { 'zh-CN': '持证主体', en: 'Holder' } },
  { type: 'text', key: 'authority', heading: { 'zh-CN': '颁发机构', en: 'Authority' } },
  { type: 'date', key: 'issuedOn', heading: { 'zh-CN': '颁发日期', en: 'Issued on' } },
  { type: 'date', key: 'validFrom', heading: { 'zh-CN': '有效期起', en: 'Valid from' } },
  { type: 'date', key: 'validUntil', heading: { 'zh-CN': '有效期止', en: 'Valid until' } },
  {
    type: 'choice',
    key: 'state',
    heading: { 'zh-CN': '状态', en: 'State' },
    choices: LicenceState.options.map((value) => ({ value, label: STATE_WORDS[value] })),
  },
  { type: 'code', key: 'caseNumber', heading: { 'zh-CN': '办件编号', en: 'Case' } },
]);

/** The list as a sheet, persons masked as on the screen; read page by page, so that its length does not matter. Recorded. */
export async function exportLicences(
  deps: LicencesDeps,
  actor: Actor,
  query: LicenceFilter,
  locale: Locale,
): Promise<Readable> {
  const departments = reachOfExports(actor);
  const { db } = deps.database;
  const around = await loadAround(deps, db, actor.centreId);
  const filter = toListFilter(query, around.today, departments);
  const rows = await countLicences(db, actor.centreId, filter);
  await deps.database.transaction(async (tx) => listExported(tx, deps.clock, actor, rows));
  const sheetName = locale === 'en' ? 'Licences' : '电子证照';
  const all = readAll(deps, actor.centreId, filter, around, locale);
  return Readable.from(streamXlsx(all, columns, { locale, sheetName }));
}

async function* readAll(
  { database }: LicencesDeps,
  centreId: number,
  filter: ListFilter,
  around: Around,
  locale: Locale,
) {
  let cursor: Cursor | undefined;
  for (;;) {
    const rows = await listLicences(database.db, centreId, filter, { limit: PAGE, cursor });
    const page = rows.slice(0, PAGE);
    for (const row of page)
      yield {
        kind: toKindName(around, row.kind_code).name[locale],
        number: row.number,
        identifier: row.identifier,
        holder: row.holder_shown,
        authority: locale === 'en' ? row.authority_en : row.authority_zh,
        issuedOn: row.issued_on,
        validFrom: row.valid_from,
        validUntil: row.valid_until,
        state: currentState(row, around),
        caseNumber: row.case_number,
      };
    const last = page.at(-1);
    if (last === undefined || rows.length <= PAGE) return;
    cursor = [last.issued_at.toISOString(), last.licence_id];
  }
}
