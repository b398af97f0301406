import { z } from 'zod';

import type { WorkingCalendar } from '#kernel/calendar/working-days.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellDay, cellList, cellOneOf, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { cellFault, type NumberedRow, unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { EVENT_TYPE, permissions, SealKind, Way } from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { keyOf } from '../finish-set.ts';
import { findFirm, newSeals } from '../open-set.ts';
import { listMakers } from '../repository-makers.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { KeptSeal, MakerRow, SetRow } from '../tables.ts';
import { sealDelivery, sealLegalName, sealReceiver } from '../vault.ts';
import { firstSignedOn, lastAt, type Past, readPast } from './past-steps.ts';

const FILED = /^([a-z-]+)=(\d{13,14})$/u;

const Row = z.object({
  number: cellText(40),
  creditCode: cellText(18),
  firmName: cellText(100),
  legalName: cellText(60),
  licenceNumber: cellText(60),
  licensedOn: cellDay,
  makerCode: cellOptional(18),
  way: cellOneOf(['', ...Way.options]),
  recipient: cellOptional(40),
  phone: cellOptional(20),
  address: cellOptional(120),
  trackingNo: cellOptional(40),
  steps: cellList,
  filed: cellList,
  remade: cellList,
  remakeReason: cellOptional(200),
  receivedBy: cellOptional(40),
  clerk: cellOptional(40),
});
type Row = z.infer<typeof Row>;

const fields = [
  field('number', '编号', 'Number', { isKey: true }),
  field('creditCode', '统一社会信用代码', 'Credit code'),
  field('firmName', '企业名称', 'Firm'),
  field('legalName', '法定代表人', 'Legal representative'),
  field('licenceNumber', '执照编号', 'Licence'),
  field('licensedOn', '发照日期', 'Licensed on'),
  field('makerCode', '刻章单位信用代码', 'Maker'),
  field('way', '领取方式', 'Way'),
  field('recipient', '收件人', 'Recipient'),
  field('phone', '电话', 'Telephone'),
  field('address', '地址', 'Address'),
  field('trackingNo', '运单号', 'Tracking number'),
  field('steps', '办理经过', 'Steps', {
    noteZh: '步骤@日期 时:分，按先后以 | 分隔',
    noteEn: 'step@day hh:mm, in their order, separated by |',
  }),
  field('filed', '备案编号', 'Filed numbers', {
    noteZh: '印章=编号，以 | 分隔；重刻的写在后面',
    noteEn: 'seal=number, separated by |; those of remade seals last',
  }),
  field('remade', '重刻的印章', 'Remade seals'),
  field('remakeReason', '重刻原因', 'Why they were remade'),
  field('receivedBy', '领取人', 'Received by'),
  field('clerk', '经办人', 'Clerk'),
];

/**
 * Sets that were made before this software. Each is added once, by its number, with all that happened to it; what was signed
 * for counts for the contract that pays. Firms need not be in the register. Nobody is told of them.
 */
export const pastSetImporter = (deps: SealsDeps) =>
  defineImporter<Row>({
    name: 'seals.past-sets',
    title: { 'zh-CN': '以往的免费印章', en: 'Sets of seals from before' },
    permission: permissions.manage,
    fields,
    row: Row,
    // What is recorded here is never changed by a sheet; what is known already is passed over.
    listCurrent: () => Promise.resolve([]),
    checkRows: async (db, centreId, rows) => {
      const { zone } = await centreDay(deps, db, centreId);
      const makers = await listMakers(db, centreId);
      const codes = new Set(makers.map((one) => one.credit_code));
      const what = { 'zh-CN': '刻章单位', en: 'maker' };
      return [
        ...unknownReferences(rows, 'makerCode', codes, what),
        ...rows.flatMap((one) => checkRow(one, zone)),
      ];
    },
    write: async (tx, actor, changes) => {
      const { centreId } = actor;
      const [{ zone }, settings, calendar, makers] = await Promise.all([
        centreDay(deps, tx, centreId),
        readSettings(tx, centreId),
        deps.calendar.getCalendar(tx, centreId),
        listMakers(tx, centreId),
      ]);
      const known = new Set(
        await repository.findNumbers(
          tx,
          centreId,
          changes.map(({ after }) => after.number),
        ),
      );
      const counted: Array<{ readonly setId: string; readonly day: string }> = [];
      for (const { after: row } of changes) {
        const past = readPast(row.steps, zone);
        if (known.has(row.number) || 'wrong' in past) continue;
        const maker = makers.find((one) => one.credit_code === row.makerCode);
        const party = await deps.parties.findPartyByNumber(tx, centreId, 'uscc', row.creditCode);
        const firm = party && (await findFirm(deps, tx, centreId, party.id, settings));
        const set = toSetRow(deps, row, past, {
          ...settings,
          zone,
          calendar,
          maker,
          centreId,
          partyId: party?.id ?? newId(deps.clock),
          licenceId: firm?.licence?.id ?? newId(deps.clock),
        });
        repository.insertSet(tx, set);
        writePast(deps, tx, row, { set, past, maker });
        if (set.first_signed_on !== null)
          counted.push({ setId: set.set_id, day: set.first_signed_on });
      }
      await deps.contracts.count(
        tx,
        actor,
        counted.map(({ setId, day }) => ({
          key: keyOf(setId),
          eventType: EVENT_TYPE,
          day,
          quantity: 1,
        })),
      );
    },
  });

const fault = (rowNumber: number, name: string, value: string, zh: string, en: string) =>
  cellFault(rowNumber, name, value, { 'zh-CN': zh, en });

function checkRow({ rowNumber, row }: NumberedRow<Row>, zone: string) {
  const past = readPast(row.steps, zone);
  if ('wrong' in past)
    return [fault(rowNumber, 'steps', past.wrong, '这一步写法有误或不合流程', 'No such step here')];
  const isWithMaker = past.steps.some(({ act }) => act === 'dispatch');
  const filed = row.filed.find((text) => !SealKind.safeParse(FILED.exec(text)?.[1]).success);
  const remade = row.remade.find((text) => !SealKind.safeParse(text).success);
  return [
    ...(isWithMaker && row.makerCode === ''
      ? [fault(rowNumber, 'makerCode', '', '已派单的须填刻章单位', 'It needs its maker')]
      : []),
    ...(filed === undefined
      ? []
      : [fault(rowNumber, 'filed', filed, '应为 印章=编号', 'Write seal=number')]),
    ...(remade === undefined
      ? []
      : [fault(rowNumber, 'remade', remade, '没有这种印章', 'No such seal')]),
  ];
}

interface Around {
  readonly centreId: number;
  readonly partyId: string;
  readonly licenceId: string;
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  readonly maker: MakerRow | undefined;
  readonly claimMonths: number;
  readonly promiseDays: number;
}

/** The set as all of this left it. */
function toSetRow(deps: SealsDeps, row: Row, past: Past, around: Around): SetRow {
  const { cipher, clock } = deps;
  const { zone, calendar, claimMonths, promiseDays } = around;
  const key = { centre_id: around.centreId, set_id: newId(clock) };
  const appliedAt = lastAt(past, 'claim');
  const signedOn = firstSignedOn(past, zone);
  const { recipient, phone, address } = row;
  const until = calendar.addMonths(row.licensedOn, claimMonths, { onDayOff: 'next-working-day' });
  return {
    ...key,
    number: row.number,
    state: past.state,
    uscc: row.creditCode,
    party_id: around.partyId,
    firm_name: row.firmName,
    legal_sealed: sealLegalName(cipher, key, row.legalName),
    licence_id: around.licenceId,
    licence_number: row.licenceNumber,
    licensed_on: row.licensedOn,
    case_no: '',
    claim_until: until.dueOn,
    maker_id: around.maker?.maker_id ?? null,
    declined: [],
    way: row.way === '' ? null : row.way,
    delivery_sealed: sealDelivery(
      cipher,
      key,
      row.way === 'courier' ? { recipient, phone, address } : null,
    ),
    tracking_no: row.trackingNo,
    applied_at: appliedAt,
    answer_by: null,
    due_on:
      appliedAt === null
        ? null
        : calendar.addWorkingDays(localDay(appliedAt, zone), promiseDays).dueOn,
    seals: toSeals(row, past),
    is_remake: past.steps.some(({ act }) => act === 'remake') && past.state !== 'signed',
    is_outdated: false,
    signed_at: lastAt(past, 'hand-out', 'sign'),
    first_signed_on: signedOn,
    signed_days:
      signedOn === null ? null : Math.max(0, calendar.countWorkingDays(row.licensedOn, signedOn)),
    received_sealed: row.receivedBy === '' ? null : sealReceiver(cipher, key, row.receivedBy),
    signature_file_id: null,
    handed_by: lastAt(past, 'hand-out') === null ? '' : row.clerk,
    steps: past.steps.length,
    version: past.steps.length,
    created_at: past.steps[0]?.at ?? clock.now(),
    updated_at: past.steps.at(-1)?.at ?? clock.now(),
  };
}

const filedOf = ({ filed }: Row) =>
  filed.flatMap((text) => {
    const [, kind, number = ''] = FILED.exec(text) ?? [];
    const { data } = SealKind.safeParse(kind);
    return data === undefined ? [] : [{ kind: data, number }];
  });

function toSeals(row: Row, past: Past): KeptSeal[] {
  const filed = filedOf(row);
  const isWaiting = past.steps.findLast(({ act }) => act === 'remake' || act === 'receive');
  return newSeals().map((seal) => {
    const isRemade = row.remade.includes(seal.kind);
    const isRemaking = isRemade && isWaiting?.act === 'remake';
    const own = filed.filter(({ kind }) => kind === seal.kind);
    // A number that was filed for what was wrong is void.
    const standing = isRemaking && own.length < 2 ? undefined : own.at(-1);
    return {
      ...seal,
      filedNumber: standing?.number ?? null,
      remakes: isRemade && !isRemaking ? 1 : 0,
      isRemaking,
    };
  });
}

interface Written {
  readonly set: SetRow;
  readonly past: Past;
  readonly maker: MakerRow | undefined;
}

/** Steps, filed numbers and what was made again. */
function writePast(
  deps: SealsDeps,
  tx: Parameters<typeof repository.insertStep>[0],
  row: Row,
  { set, past, maker }: Written,
): void {
  const key = { centre_id: set.centre_id, set_id: set.set_id };
  for (const [at, step] of past.steps.entries())
    repository.insertStep(tx, {
      ...key,
      seq: at + 1,
      at: step.at,
      act: step.act,
      from_state: step.from,
      to_state: step.to,
      maker_id: set.maker_id,
      by_kind: 'system',
      by_id: 'before',
      by_name: nameOf(step.act, row, maker),
      note: step.act === 'remake' ? row.remakeReason : '',
    });
  const filed = filedOf(row);
  const standing = new Set(set.seals.map(({ filedNumber }) => filedNumber));
  const isVoid = ({ number }: (typeof filed)[number]) => !standing.has(number);
  repository.insertFiled(tx, set, filed);
  repository.voidNumbers(
    tx,
    set,
    filed.filter(isVoid).map(({ number }) => number),
  );
  const askedAt = lastAt(past, 'remake');
  if (askedAt === null || maker === undefined) return;
  const doneAt = lastAt(past, 'receive');
  repository.insertRemake(tx, {
    centre_id: set.centre_id,
    remake_id: newId(deps.clock),
    set_id: set.set_id,
    maker_id: maker.maker_id,
    kinds: row.remade.flatMap((kind) => SealKind.safeParse(kind).data ?? []),
    reason: row.remakeReason,
    asked_at: askedAt,
    done_at: doneAt !== null && doneAt > askedAt ? doneAt : null,
  });
}

const OF_MAKER = new Set(['accept', 'decline', 'file', 'engrave', 'hand-over']);
const OF_DESK = new Set([
  'receive',
  'hand-out',
  'send',
  'remake',
  'take-back',
  'reroute',
  'cancel',
]);

/** Who did it; what a system does by itself has nobody's name. */
function nameOf(act: string, row: Row, maker: MakerRow | undefined): string {
  if (OF_MAKER.has(act)) return maker?.name ?? '';
  if (OF_DESK.has(act)) return row.clerk;
  return act === 'claim' ? row.firmName : '';
}
