import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { reserve } from '../effects/reserve.ts';
import { openContext } from '../effects/run-effect.ts';
import { signContract } from '../effects/sign-contract.ts';
import { recordsTaken } from '../events.ts';
import * as contracts from '../repository-contracts.ts';
import { listItems } from '../repository-items.ts';
import { findLine } from '../repository.ts';
import { listItemRows, listRows } from './contract-rows.ts';
import { refuseChanges } from './kit.ts';
import { ContractSheetRow, ItemSheetRow, readInstalment } from './sheet-rows.ts';

/** 采购项目: items that were reserved before this software. */
export const itemImporter = (deps: ContractsDeps) =>
  defineImporter<ItemSheetRow>({
    name: 'contracts.items',
    title: { 'zh-CN': '采购项目', en: 'Procurement items' },
    permission: permissions.manageRules,
    fields: [
      field('number', '采购项目编号', 'Number', { isKey: true }),
      field('year', '年度', 'Year'),
      field('lineKey', '预算行', 'Line'),
      field('name', '采购项目名称', 'Name'),
      field('category', '类别', 'Category'),
      field('catalogueCode', '品目代码', 'Catalogue code'),
      field('amount', '采购预算（元）', 'Budget, yuan'),
      field('method', '采购方式', 'Method'),
      field('sme', '预留中小企业（元）', 'Set aside, yuan'),
      field('smallMicro', '其中小微企业（元）', 'Of that small and micro, yuan'),
      field('intentOn', '意向公开日期', 'Intent published on'),
      field('reservedOn', '申请批准日期', 'Approved on'),
    ],
    row: ItemSheetRow,
    listCurrent: listItemRows,
    checkRows: async (db, centreId, rows) =>
      refuseChanges(rows, await listItemRows(db, centreId), 'number', (row) => row.number),
    write: async (tx, actor, changes) => {
      const context = await openContext(deps, tx, actor, null);
      for (const { after: row } of changes) {
        const line = orNotFound(await findLine(tx, actor.centreId, row.year, row.lineKey));
        const { number, reservedOn: day } = row;
        const intentOn = row.intentOn === '' ? null : row.intentOn;
        const body = { ...row, kind: 'reservation' as const, lineId: line.line_id, intentOn };
        await reserve(context, body, { number, day });
      }
      recordsTaken(tx, deps.clock, actor, 'items', changes.length);
    },
  });

/** 存量合同: contracts that were signed before this software. */
export const contractImporter = (deps: ContractsDeps) =>
  defineImporter<ContractSheetRow>({
    name: 'contracts.contracts',
    title: { 'zh-CN': '存量合同', en: 'Contracts from before' },
    permission: permissions.manageRules,
    fields: [
      field('number', '合同编号', 'Number', { isKey: true }),
      field('name', '合同名称', 'Name'),
      field('type', '计价方式', 'Type'),
      field('year', '年度', 'Year'),
      field('shares', '预算行分摊', 'Lines', {
        noteZh: '预算行=金额，用 | 分隔',
        noteEn: 'line=amount, joined by |',
      }),
      field('supplier', '供应商', 'Supplier'),
      field('creditCode', '统一社会信用代码', 'Credit code'),
      field('size', '企业规模', 'Size'),
      field('itemNumber', '采购项目编号', 'Procurement item'),
      field('award', '中标金额（元）', 'Award, yuan'),
      field('awardedOn', '中标日期', 'Awarded on'),
      field('price', '合同价（元）', 'Price, yuan'),
      field('signedOn', '签订日期', 'Signed on'),
      field('servesFrom', '服务起', 'Serves from'),
      field('servesUntil', '服务止', 'Serves until'),
      field('paymentDays', '付款期限（日）', 'Days to pay'),
      field('meterPrice', '计量单价（元）', 'Unit price, yuan'),
      field('meterEvent', '计量事件', 'Metered event'),
      field('meterUnit', '计量单位', 'Unit'),
      field('instalments', '付款期次', 'Instalments', {
        noteZh: '比例 条件 名称，用 | 分隔',
        noteEn: 'percent trigger label, joined by |',
      }),
      field('publishedOn', '公告日期', 'Published on'),
      field('publishedAt', '公告地址', 'Published at'),
    ],
    row: ContractSheetRow,
    listCurrent: listRows,
    checkRows: async (db, centreId, rows) =>
      refuseChanges(rows, await listRows(db, centreId), 'number', (row) => row.number),
    write: async (tx, actor, changes) => {
      for (const { after } of changes) await takeOver(deps, tx, actor, after);
      recordsTaken(tx, deps.clock, actor, 'contracts', changes.length);
    },
  });

async function takeOver(
  deps: ContractsDeps,
  tx: Tx,
  actor: Actor,
  row: ContractSheetRow,
): Promise<void> {
  const context = await openContext(deps, tx, actor, null);
  const or = (text: string) => (text === '' ? null : text);
  const { contractId } = await signContract(context, {
    kind: 'contract',
    number: row.number,
    name: row.name,
    type: row.type,
    supplier: { name: row.supplier, creditCode: row.creditCode, size: row.size },
    itemId: await findItemId(tx, actor.centreId, row.itemNumber),
    award: or(row.award),
    awardedOn: or(row.awardedOn),
    price: row.price,
    signedOn: row.signedOn,
    servesFrom: or(row.servesFrom),
    servesUntil: or(row.servesUntil),
    paymentDays: row.paymentDays,
    shares: await readShares(tx, actor.centreId, row),
    instalments: row.instalments.flatMap((text) => readInstalment(text).data ?? []),
    meter:
      row.meterPrice === ''
        ? null
        : { unitPrice: row.meterPrice, eventType: row.meterEvent, unit: row.meterUnit },
  });
  if (row.publishedOn === '') return;
  const made = orNotFound(await contracts.findContract(tx, actor.centreId, contractId ?? ''));
  const { publishedOn: published_on, publishedAt: published_at } = row;
  contracts.updateContract(tx, { ...made, published_on, published_at });
}

async function readShares(tx: Tx, centreId: number, row: ContractSheetRow) {
  const shares: Array<{ lineId: string; amount: string }> = [];
  for (const part of row.shares) {
    const [key = '', amount = ''] = part.split('=');
    const line = orNotFound(await findLine(tx, centreId, row.year, key));
    shares.push({ lineId: line.line_id, amount });
  }
  return shares;
}

async function findItemId(db: Db, centreId: number, number: string): Promise<string | null> {
  if (number === '') return null;
  const items = await listItems(db, centreId);
  return orNotFound(items.find((item) => item.number === number)).item_id;
}
