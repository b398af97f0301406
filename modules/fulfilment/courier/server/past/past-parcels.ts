import { z } from 'zod';

import { centreDay } from '#kernel/centre/centre-day.ts';
import { atLocalMinute, localDay } from '#kernel/clock/local-day.ts';
import { maskAddress, maskName } from '#kernel/crypto/mask.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  cellBoolean,
  cellInteger,
  cellList,
  cellOptional,
  cellText,
} from '#kernel/imports/cells.ts';
import { cellFault, type NumberedRow, unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { EVENT_TYPE, ParcelState, permissions, TRACKING } from '../../contract.ts';
import type { CourierDeps } from '../deps.ts';
import { keyOf } from '../move-parcel.ts';
import * as repository from '../repository.ts';
import type { CarrierRow, ParcelRow } from '../tables.ts';
import { sealContact } from '../vault.ts';

const Row = z.object({
  number: cellText(40),
  setNumber: cellText(40),
  contents: cellText(200),
  hasOriginals: cellBoolean,
  weightGrams: cellInteger(1, 30_000),
  recipient: cellText(60),
  phone: cellText(20),
  address: cellText(200),
  carrierCode: cellOptional(31),
  trackingNo: cellOptional(40),
  handOver: cellOptional(40),
  courierName: cellOptional(40),
  clerk: cellOptional(40),
  steps: cellList,
});
type Row = z.infer<typeof Row>;

/**
 * Parcels of sets from before this software, with what their carrier told of them. Each is added once, by its number; those
 * that were signed for count for the contract that pays. Nobody is told of them.
 */
export const pastParcelImporter = (deps: CourierDeps) =>
  defineImporter<Row>({
    name: 'courier.past-parcels',
    title: { 'zh-CN': '以往的快件', en: 'Parcels from before' },
    permission: permissions.manage,
    fields: [
      field('number', '编号', 'Number', { isKey: true }),
      field('setNumber', '印章编号', 'Number of the set'),
      field('contents', '内件', 'Contents'),
      field('hasOriginals', '含原件', 'With originals'),
      field('weightGrams', '重量（克）', 'Weight, grams'),
      field('recipient', '收件人', 'Recipient'),
      field('phone', '电话', 'Telephone'),
      field('address', '地址', 'Address'),
      field('carrierCode', '快递公司代码', 'Carrier'),
      field('trackingNo', '运单号', 'Tracking number'),
      field('handOver', '交接单号', 'Number in the hand-over book'),
      field('courierName', '快递员', 'Courier'),
      field('clerk', '经办人', 'Clerk'),
      field('steps', '经过', 'What happened', {
        noteZh: '状态@日期 时:分，按先后以 | 分隔',
        noteEn: 'state@day hh:mm, in their order, separated by |',
      }),
    ],
    row: Row,
    // What is recorded here is never changed by a sheet; what is known already is passed over.
    listCurrent: () => Promise.resolve([]),
    checkRows: async (db, centreId, rows) => {
      const [{ zone }, carriers] = await Promise.all([
        centreDay(deps, db, centreId),
        repository.listCarriers(db, centreId),
      ]);
      const sets = new Set<string>();
      for (const { row } of rows)
        if (await deps.seals.findSetByNumber(db, centreId, row.setNumber)) sets.add(row.setNumber);
      return [
        ...unknownReferences(rows, 'setNumber', sets, { 'zh-CN': '印章', en: 'set' }),
        ...unknownReferences(rows, 'carrierCode', new Set(carriers.map(({ code }) => code)), {
          'zh-CN': '快递公司',
          en: 'carrier',
        }),
        ...rows.flatMap((one) => checkSteps(one, zone)),
      ];
    },
    write: async (tx, actor, changes) => {
      const { centreId } = actor;
      const [{ zone }, carriers] = await Promise.all([
        centreDay(deps, tx, centreId),
        repository.listCarriers(tx, centreId),
      ]);
      const books = new Map<string, string>();
      for (const [handOver, rows] of Map.groupBy(
        changes.map(({ after }) => after).filter((row) => row.handOver !== ''),
        (row) => row.handOver,
      ))
        books.set(handOver, await writeBook(deps, tx, { centreId, zone, carriers }, rows));
      const counted: ParcelRow[] = [];
      for (const { after: row } of changes) {
        const set = await deps.seals.findSetByNumber(tx, centreId, row.setNumber);
        if (set === undefined) continue;
        const parcel = toParcelRow(deps, row, { zone, carriers, set, centreId });
        const bookId = books.get(row.handOver) ?? null;
        if (!(await repository.insertParcel(tx, { ...parcel, hand_over_id: bookId }))) continue;
        await writePushes(tx, row, parcel, zone);
        if (parcel.signed_on !== null) counted.push(parcel);
      }
      await deps.contracts.count(
        tx,
        actor,
        counted.map((row) => ({
          key: keyOf(row.parcel_id),
          eventType: EVENT_TYPE,
          day: row.signed_on ?? '',
          quantity: 1,
        })),
      );
    },
  });

interface Step {
  readonly state: ParcelState;
  readonly at: Date;
}

const STEP = /^([a-z-]+)@(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/u;

function readStep(text: string, zone: string): Step | undefined {
  const [, name, day = '', hour, minute] = STEP.exec(text) ?? [];
  const { data: state } = ParcelState.safeParse(name);
  if (state === undefined) return undefined;
  return { state, at: atLocalMinute(day, Number(hour) * 60 + Number(minute), zone) };
}

const stepsOf = (row: Row, zone: string): Step[] =>
  row.steps.flatMap((text) => readStep(text, zone) ?? []);

function checkSteps({ rowNumber, row }: NumberedRow<Row>, zone: string) {
  const wrong = row.steps.find((text) => readStep(text, zone) === undefined);
  const steps = stepsOf(row, zone);
  const isOrdered = steps.every(({ at }, index) => at >= (steps[index - 1]?.at ?? at));
  if (wrong === undefined && isOrdered && steps.length > 0) return [];
  return [
    cellFault(rowNumber, 'steps', wrong ?? row.steps.join('|'), {
      'zh-CN': '应按先后写作 状态@日期 时:分',
      en: 'Write state@day hh:mm, in their order',
    }),
  ];
}

interface Around {
  readonly centreId: number;
  readonly zone: string;
  readonly carriers: readonly CarrierRow[];
}

const carrierOf = ({ carriers }: Around, row: Row): string | null =>
  carriers.find(({ code }) => code === row.carrierCode)?.carrier_id ?? null;

const ENDS: readonly ParcelState[] = ['signed', 'returned', 'closed', 'cancelled'];

/** The parcel as all of this left it. */
function toParcelRow(
  { cipher, clock }: CourierDeps,
  row: Row,
  around: Around & { readonly set: { readonly id: string; readonly partyId: string } },
): ParcelRow {
  const { zone, set, centreId } = around;
  const key = { centre_id: centreId, parcel_id: newId(clock) };
  const steps = stepsOf(row, zone);
  const at = (state: ParcelState) => steps.findLast((one) => one.state === state)?.at ?? null;
  const [first] = steps;
  const last = steps.at(-1) ?? { state: 'waiting' as const, at: clock.now() };
  const signedAt = at('signed');
  const { recipient, phone, address } = row;
  return {
    ...key,
    number: row.number,
    direction: 'out',
    subject_kind: 'seals.set',
    subject_id: set.id,
    subject_no: row.setNumber,
    party_id: set.partyId,
    contents: row.contents,
    has_originals: row.hasOriginals,
    contact_sealed: sealContact(cipher, key, { recipient, phone, address }),
    recipient_shown: maskName(recipient),
    place_shown: maskAddress(address),
    state: last.state,
    carrier_id: carrierOf(around, row),
    tracking_no: row.trackingNo,
    hand_over_id: null,
    failure: '',
    created_at: first?.at ?? last.at,
    handed_at: at('handed'),
    last_event_at: steps.findLast(({ state }) => codeOf(state) !== undefined)?.at ?? null,
    signed_at: signedAt,
    signed_on: signedAt === null ? null : localDay(signedAt, zone),
    weight_grams: row.weightGrams,
    ended_on: ENDS.includes(last.state) ? localDay(last.at, zone) : null,
    version: steps.length,
    updated_at: last.at,
  };
}

/** What a carrier would have told of a state; undefined for what the centre does itself. */
function codeOf(state: ParcelState): number | undefined {
  const found = Object.entries(TRACKING).find(([, to]) => to === state);
  return found === undefined ? undefined : Number(found[0]);
}

async function writePushes(tx: Tx, row: Row, parcel: ParcelRow, zone: string): Promise<void> {
  const { centre_id, carrier_id, parcel_id, tracking_no } = parcel;
  if (carrier_id === null) return;
  for (const [at, step] of stepsOf(row, zone).entries()) {
    const code = codeOf(step.state);
    if (code === undefined) continue;
    await repository.insertPush(tx, {
      centre_id,
      carrier_id,
      event_id: `${row.number}-${at}`,
      parcel_id,
      tracking_no,
      code,
      text: '',
      at: step.at,
      received_at: step.at,
      is_applied: true,
    });
  }
}

/** One entry of the book for all that left under a number; gives its id. */
async function writeBook(
  { clock }: CourierDeps,
  tx: Tx,
  around: Around,
  rows: readonly Row[],
): Promise<string> {
  const [first] = rows;
  const known =
    first && (await repository.findHandOverByNumber(tx, around.centreId, first.handOver));
  if (known !== undefined) return known.hand_over_id;
  const id = newId(clock);
  const carrierId = first === undefined ? null : carrierOf(around, first);
  const at = first && stepsOf(first, around.zone).find(({ state }) => state === 'handed')?.at;
  if (first === undefined || carrierId === null || at === undefined) return id;
  repository.insertHandOver(tx, {
    centre_id: around.centreId,
    hand_over_id: id,
    number: first.handOver,
    carrier_id: carrierId,
    courier_name: first.courierName,
    signature_file_id: null,
    by_name: first.clerk,
    parcels: rows.length,
    at,
  });
  return id;
}
