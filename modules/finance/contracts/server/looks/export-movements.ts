import type { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { type MovementFilter, movementWords, permissions, sideWords } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { nameOfLine } from '../figures.ts';
import * as repository from '../repository.ts';
import type { LineRow, MovementRow } from '../tables.ts';
import { loadNumbers, placeOfMovement } from './list-movements.ts';
import { readPages, toChoices, writeSheet } from './sheets.ts';

const sides = toChoices(sideWords);

const columns = defineSheetColumns([
  { type: 'integer', key: 'serial', heading: { 'zh-CN': '台账序号', en: 'Movement' } },
  { type: 'date', key: 'day', heading: { 'zh-CN': '日期', en: 'Day' } },
  {
    type: 'choice',
    key: 'kind',
    heading: { 'zh-CN': '类别', en: 'Kind' },
    choices: toChoices(movementWords),
  },
  {
    type: 'choice',
    key: 'isReversal',
    heading: { 'zh-CN': '是否冲销', en: 'Reversal' },
    choices: toChoices({
      yes: { 'zh-CN': '冲销', en: 'Yes' },
      no: { 'zh-CN': '否', en: 'No' },
    }),
  },
  { type: 'code', key: 'fromCode', heading: { 'zh-CN': '转出预算行', en: 'From code' } },
  { type: 'text', key: 'fromName', heading: { 'zh-CN': '转出名称', en: 'From' }, width: 36 },
  {
    type: 'choice',
    key: 'fromSide',
    heading: { 'zh-CN': '转出状态', en: 'From state' },
    choices: sides,
  },
  { type: 'code', key: 'toCode', heading: { 'zh-CN': '转入预算行', en: 'To code' } },
  { type: 'text', key: 'toName', heading: { 'zh-CN': '转入名称', en: 'To' }, width: 36 },
  {
    type: 'choice',
    key: 'toSide',
    heading: { 'zh-CN': '转入状态', en: 'To state' },
    choices: sides,
  },
  { type: 'money', key: 'amount', heading: { 'zh-CN': '金额（元）', en: 'Amount, yuan' } },
  { type: 'text', key: 'by', heading: { 'zh-CN': '经手', en: 'By' } },
  { type: 'text', key: 'cause', heading: { 'zh-CN': '依据', en: 'Paper' } },
]);

/** The ledger, newest first: both legs of a movement stand in its row. */
export async function exportMovements(
  deps: ContractsDeps,
  actor: Actor,
  filter: MovementFilter,
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const [rows, lines] = await Promise.all([
    repository.countMovements(db, actor.centreId, filter),
    repository.listLines(db, actor.centreId),
  ]);
  const title = { 'zh-CN': '执行台账', en: 'Ledger' };
  const source = readAll(db, actor.centreId, filter, lines);
  return writeSheet(deps, actor, { list: 'movements', title, rows, locale }, columns, source);
}

async function* readAll(
  db: Db,
  centreId: number,
  filter: MovementFilter,
  lines: readonly LineRow[],
) {
  const byId = new Map(lines.map((line) => [line.line_id, line]));
  const pages = readPages(
    (page) => repository.listMovements(db, centreId, filter, page),
    placeOfMovement,
  );
  for await (const page of pages) {
    const numbers = await loadNumbers(db, centreId, page);
    for (const row of page) yield toSheetRow(row, byId, numbers);
  }
}

function toSheetRow(
  row: MovementRow,
  lines: ReadonlyMap<string, LineRow>,
  numbers: ReadonlyMap<string, string>,
) {
  const from = lines.get(row.from_line_id);
  const to = lines.get(row.to_line_id);
  return {
    serial: row.serial,
    day: row.day,
    kind: row.kind,
    isReversal: row.is_reversal ? 'yes' : 'no',
    fromCode: from?.line_key,
    fromName: from === undefined ? null : nameOfLine(from),
    fromSide: row.from_side,
    toCode: to?.line_key,
    toName: to === undefined ? null : nameOfLine(to),
    toSide: row.to_side,
    amount: row.amount_fen,
    by: row.by_name,
    cause: numbers.get(row.document_id ?? '') ?? row.cause,
  };
}
