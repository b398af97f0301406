import { z } from 'zod';

import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  cellDay,
  cellInteger,
  cellOneOf,
  cellOptional,
  cellOptionalDay,
  cellText,
} from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { ContractEventKind, permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { pay } from '../effects/pay.ts';
import { openContext } from '../effects/run-effect.ts';
import { settle } from '../effects/settle.ts';
import { recordsTaken } from '../events.ts';
import * as contracts from '../repository-contracts.ts';
import { listContracts } from '../repository-lists.ts';
import * as meters from '../repository-meters.ts';
import type { ContractRow } from '../tables.ts';
import { cellOptionalYuan, refuseChanges } from './kit.ts';

const or = (text: string) => (text === '' ? null : text);

/** What happened to a contract before this software, in the order of the sheet. */
const Row = z.object({
  contractNumber: cellText(60),
  act: cellOneOf(['event', 'settlement', 'payment']),
  /** Serial of the act within the contract. */
  serial: cellInteger(1, 100_000),
  day: cellDay,
  eventKind: cellOptional(40).refine(
    (text) => text === '' || ContractEventKind.safeParse(text).success,
    { message: '没有这种事件｜No such event' },
  ),
  /** Settled: the instalment; paid: the serial of the settlement within the contract. */
  of: cellOptional(6),
  untilOn: cellOptionalDay,
  amount: cellOptionalYuan,
  /** Evidence, what is settled, or the voucher. */
  text: cellText(500),
  invoiceNumber: cellOptional(60),
  invoicedOn: cellOptionalDay,
});
type Row = z.infer<typeof Row>;

const keyOf = (row: Row) => `${row.contractNumber} ${row.act} ${row.serial}`;

/** 合同履行记录: events, settlements and payments from before this software. */
export const historyImporter = (deps: ContractsDeps) =>
  defineImporter<Row>({
    name: 'contracts.history',
    title: { 'zh-CN': '合同履行记录', en: 'What happened to contracts' },
    permission: permissions.manageRules,
    fields: [
      field('contractNumber', '合同编号', 'Contract', { isKey: true }),
      field('act', '类别', 'Act', { isKey: true }),
      field('serial', '序号', 'Serial', { isKey: true }),
      field('day', '日期', 'Day'),
      field('eventKind', '事件', 'Event'),
      field('of', '期次或结算序号', 'Instalment or settlement'),
      field('untilOn', '计量截止日', 'Counted until'),
      field('amount', '金额（元）', 'Amount, yuan'),
      field('text', '依据、内容或凭证号', 'Evidence, content or voucher'),
      field('invoiceNumber', '发票号码', 'Invoice'),
      field('invoicedOn', '发票日期', 'Invoiced on'),
    ],
    row: Row,
    listCurrent,
    checkRows: async (db, centreId, rows) =>
      refuseChanges(rows, await listCurrent(db, centreId), 'serial', keyOf),
    write: async (tx, actor, changes) => {
      const context = await openContext(deps, tx, actor, null);
      for (const { after } of changes) await takeOver(context, after);
      recordsTaken(tx, deps.clock, actor, 'history', changes.length);
    },
  });

async function takeOver(context: Awaited<ReturnType<typeof openContext>>, row: Row): Promise<void> {
  const { tx, actor, deps } = context;
  const contract = orNotFound(await contracts.findByNumber(tx, actor.centreId, row.contractNumber));
  if (row.act === 'event') {
    contracts.insertEvent(tx, {
      centre_id: actor.centreId,
      contract_id: contract.contract_id,
      kind: ContractEventKind.parse(row.eventKind),
      event_id: newId(deps.clock),
      day: row.day,
      evidence: row.text,
      file_id: null,
      file_name: '',
      by_id: actor.id,
      by_name: actor.name,
      at: deps.clock.now(),
    });
    return;
  }
  if (row.act === 'payment') {
    const settlementId = await findSettlement(tx, contract, row.of);
    const { amount, day: paidOn, text: voucher } = row;
    await pay(context, { kind: 'payment', settlementId, amount, paidOn, voucher });
    return;
  }
  await settle(context, {
    kind: 'settlement',
    contractId: contract.contract_id,
    instalment: contract.type === 'milestone' ? Number.parseInt(row.of, 10) : null,
    untilOn: or(row.untilOn),
    amount: contract.type === 'as-incurred' ? row.amount : null,
    what: row.text,
    confirmedOn: row.day,
    invoiceNumber: row.invoiceNumber,
    invoicedOn: or(row.invoicedOn),
    invoiceFileId: null,
    proposalId: null,
  });
}

async function findSettlement(tx: Tx, contract: ContractRow, seq: string): Promise<string> {
  const rows = await contracts.listSettlements(tx, contract.centre_id, [contract.contract_id]);
  return orNotFound(rows.find((one) => String(one.seq) === seq)).settlement_id;
}

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const page = { limit: 100_000, cursor: undefined };
  const rows = await listContracts(db, centreId, { sort: 'number' }, page);
  const ids = rows.map((row) => row.contract_id);
  const [events, settlements, payments] = await Promise.all([
    contracts.listEvents(db, centreId, ids),
    contracts.listSettlements(db, centreId, ids),
    contracts.listPayments(db, centreId, ids),
  ]);
  const blank = {
    eventKind: '',
    of: '',
    untilOn: '',
    amount: '',
    invoiceNumber: '',
    invoicedOn: '',
  };
  return rows.flatMap((contract) => {
    const contractNumber = contract.number;
    const isOwn = (one: { contract_id: string }) => one.contract_id === contract.contract_id;
    const own = settlements.filter(isOwn);
    return [
      ...events.filter(isOwn).map((one, at) => ({
        ...blank,
        contractNumber,
        act: 'event' as const,
        serial: at + 1,
        day: one.day,
        eventKind: one.kind,
        text: one.evidence,
      })),
      ...own.map((one) => ({
        ...blank,
        contractNumber,
        act: 'settlement' as const,
        serial: one.seq,
        day: one.confirmed_on,
        of: one.instalment_seq === null ? '' : String(one.instalment_seq),
        untilOn: contract.type === 'metered' ? (one.until_on ?? '') : '',
        amount: contract.type === 'as-incurred' ? toYuanText(one.amount_fen) : '',
        text: one.what === '' ? contract.name : one.what,
        invoiceNumber: one.invoice_number,
        invoicedOn: one.invoiced_on ?? '',
      })),
      ...payments.filter(isOwn).map((one, at) => ({
        ...blank,
        contractNumber,
        act: 'payment' as const,
        serial: at + 1,
        day: one.paid_on,
        of: String(own.find((two) => two.settlement_id === one.settlement_id)?.seq ?? ''),
        amount: toYuanText(one.amount_fen),
        text: one.voucher,
      })),
    ];
  });
}

const CountedRow = z.object({
  eventType: cellText(80),
  key: cellText(80),
  day: cellDay,
  quantity: cellInteger(1, 1_000_000),
});
type CountedRow = z.infer<typeof CountedRow>;

/** 计量记录: what metered contracts pay for, where the work is not done with this software. */
export const countedImporter = (deps: ContractsDeps) =>
  defineImporter<CountedRow>({
    name: 'contracts.counted',
    title: { 'zh-CN': '计量记录', en: 'Counted events' },
    permission: permissions.manageRules,
    fields: [
      field('eventType', '计量事件', 'Event', { isKey: true }),
      field('key', '记录编号', 'Key', { isKey: true }),
      field('day', '日期', 'Day'),
      field('quantity', '数量', 'Quantity'),
    ],
    row: CountedRow,
    listCurrent: listCounted,
    checkRows: async (db, centreId, rows) =>
      refuseChanges(
        rows,
        await listCounted(db, centreId),
        'key',
        (row) => `${row.eventType} ${row.key}`,
      ),
    write: async (tx, actor, changes) => {
      meters.insertCounted(
        tx,
        changes.map(({ after: row }) => ({
          centre_id: actor.centreId,
          event_type: row.eventType,
          event_key: row.key,
          day: row.day,
          quantity: row.quantity,
          settlement_id: null,
          proposal_id: null,
        })),
      );
      recordsTaken(tx, deps.clock, actor, 'counted', changes.length);
    },
  });

async function listCounted(db: Db, centreId: number): Promise<CountedRow[]> {
  const rows = await meters.listCounted(db, centreId);
  return rows.map((row) => ({
    eventType: row.event_type,
    key: row.event_key,
    day: row.day,
    quantity: row.quantity,
  }));
}
