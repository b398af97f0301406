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
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import {
  CarrierKind,
  type FilingBody,
  OwnerKind,
  permissions,
  type Proof,
  ProofKind,
  UseType,
} from '../../contract.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { tellCarrier } from '../events.ts';
import * as repository from '../repository.ts';
import type { CarrierRow, FilingRow } from '../tables.ts';
import { loadTowns } from '../towns.ts';
import { cellArea } from '../units/unit-sheet.ts';

const proofKind = cellOneOf(['', ...ProofKind.options]);

const Row = z.object({
  number: cellText(60),
  carrier: cellText(100),
  carrierEn: cellOptional(100),
  kind: cellOneOf(CarrierKind.options),
  town: cellText(9),
  operatorCode: cellText(18),
  phone: cellOptional(40),
  building: cellText(100),
  address: cellText(200),
  certNo: cellOptional(100),
  owner: cellText(100),
  ownerKind: cellOneOf(OwnerKind.options),
  useType: cellOneOf(UseType.options),
  areaM2: cellArea,
  floorsAbove: cellInteger(0, 200),
  floorsBelow: cellInteger(0, 20),
  titleKind: cellOneOf(['title', 'park-letter']),
  titleNo: cellText(100),
  titleFrom: cellDay,
  titleHash: cellText(64),
  rightKind: proofKind,
  rightNo: cellOptional(100),
  rightFrom: cellOptionalDay,
  rightUntil: cellOptionalDay,
  rightHash: cellOptional(64),
  otherKind: proofKind,
  otherNo: cellOptional(100),
  otherFrom: cellOptionalDay,
  otherUntil: cellOptionalDay,
  otherHash: cellOptional(64),
  stage: cellOneOf(['filed', 'submitted', 'regulator-check', 'draft']),
  suspendedFor: cellOptional(200),
});
type Row = z.infer<typeof Row>;

/** Carriers and their buildings. A building is in force once its units are there: they come in the next sheet. */
export const buildingImporter = (deps: PremisesDeps) =>
  defineImporter<Row>({
    name: 'premises.buildings',
    title: { 'zh-CN': '住所备案（载体和房屋）', en: 'Filed premises: carriers and buildings' },
    permission: permissions.manageSettings,
    fields: [
      field('number', '备案编号', 'Number', { isKey: true }),
      field('carrier', '载体名称', 'Carrier'),
      field('carrierEn', '英文名称', 'English name'),
      field('kind', '载体类型', 'Kind'),
      field('town', '街镇代码', 'Town'),
      field('operatorCode', '运营单位信用代码', 'Operator'),
      field('phone', '电话', 'Telephone'),
      field('building', '房屋名称', 'Building'),
      field('address', '标准地址', 'Address'),
      field('certNo', '不动产权证号', 'Title number'),
      field('owner', '产权人', 'Owner'),
      field('ownerKind', '产权人性质', 'Kind of owner'),
      field('useType', '房屋用途', 'Use'),
      field('areaM2', '建筑面积', 'Area m²'),
      field('floorsAbove', '地上层数', 'Floors above'),
      field('floorsBelow', '地下层数', 'Floors below'),
      field('titleKind', '权属证明类型', 'Kind of title'),
      field('titleNo', '权属证明编号', 'Number of the title'),
      field('titleFrom', '权属证明日期', 'Title from'),
      field('titleHash', '权属证明文件摘要', 'Hash of the title'),
      field('rightKind', '使用证明类型', 'Kind of right'),
      field('rightNo', '使用证明编号', 'Number of the right'),
      field('rightFrom', '使用证明起', 'Right from'),
      field('rightUntil', '使用证明止', 'Right until'),
      field('rightHash', '使用证明文件摘要', 'Hash of the right'),
      field('otherKind', '其他证明类型', 'Kind of other proof'),
      field('otherNo', '其他证明编号', 'Number of other proof'),
      field('otherFrom', '其他证明起', 'Other from'),
      field('otherUntil', '其他证明止', 'Other until'),
      field('otherHash', '其他证明文件摘要', 'Hash of other proof'),
      field('stage', '办理状态', 'Stage'),
      field('suspendedFor', '暂停原因', 'Suspended for'),
    ],
    row: Row,
    listCurrent: (db, centreId) => listRows(db, centreId),
    checkRows: async (db, centreId, rows) => {
      const towns = await loadTowns(deps, db, centreId);
      const codes = [...new Set(rows.map(({ row }) => row.operatorCode))];
      const found = await Promise.all(
        codes.map((code) => deps.parties.findPartyByNumber(db, centreId, 'uscc', code)),
      );
      const operators = new Set(codes.filter((_, at) => found[at] !== undefined));
      return [
        ...unknownReferences(rows, 'town', { has: towns.isTown }, { 'zh-CN': '街镇', en: 'town' }),
        ...unknownReferences(rows, 'operatorCode', operators, {
          'zh-CN': '运营单位',
          en: 'operator',
        }),
      ];
    },
    write: async (tx, actor, changes) => {
      const { isDemonstration } = await centreDay(deps, tx, actor.centreId);
      const carriers = await repository.listCarriers(tx, actor.centreId);
      const known = await listByNumber(tx, actor.centreId);
      const made = [...carriers];
      for (const { after } of changes) {
        const carrier = await toCarrierRow(deps, tx, after, made, {
          centreId: actor.centreId,
          isDemonstration,
        });
        made.push(carrier);
        repository.putCarrier(tx, carrier);
        tellCarrier({ deps, tx, actor }, carrier.carrier_id, { after: carrier });
        repository.putFiling(tx, toFilingRow(deps, after, carrier, known.get(after.number)));
      }
    },
  });

async function toCarrierRow(
  { parties, clock }: PremisesDeps,
  tx: Tx,
  row: Row,
  known: readonly CarrierRow[],
  { centreId, isDemonstration }: { readonly centreId: number; readonly isDemonstration: boolean },
): Promise<CarrierRow> {
  const operator = await parties.findPartyByNumber(tx, centreId, 'uscc', row.operatorCode);
  const before = known.findLast(
    (one) => one.name === row.carrier && one.operator_code === row.operatorCode,
  );
  return {
    centre_id: centreId,
    carrier_id: before?.carrier_id ?? newId(clock),
    kind: row.kind,
    name: row.carrier,
    name_en: row.carrierEn,
    town: row.town,
    phone: row.phone,
    operator_id: operator?.id ?? '',
    operator_name: operator?.name ?? '',
    operator_code: row.operatorCode,
    is_demonstration: isDemonstration,
    version: (before?.version ?? 0) + 1,
    updated_at: clock.now(),
  };
}

function toFilingRow(
  { clock }: PremisesDeps,
  row: Row,
  carrier: CarrierRow,
  before: FilingRow | undefined,
): FilingRow {
  const now = clock.now();
  const body: FilingBody = { building: toBuilding(row), units: [], proofs: toProofs(row) };
  const isWaiting = row.stage === 'submitted' || row.stage === 'regulator-check';
  return {
    centre_id: carrier.centre_id,
    filing_id: before?.filing_id ?? newId(clock),
    carrier_id: carrier.carrier_id,
    kind: 'new',
    standing: 'none',
    stage: row.stage === 'filed' ? 'draft' : row.stage,
    number: row.number,
    filed_version: before?.filed_version ?? 0,
    building_name: row.building,
    address: row.address,
    town: row.town,
    draft: body,
    points: [],
    returns: [],
    town_checked_by: '',
    standing_ground: null,
    standing_reason: row.suspendedFor,
    valid_until: null,
    unit_count: before?.unit_count ?? 0,
    submitted_at: isWaiting ? now : null,
    stage_at: now,
    due_on: null,
    account_id: null,
    is_demonstration: carrier.is_demonstration,
    version: (before?.version ?? 0) + 1,
    updated_at: now,
  };
}

const toBuilding = (row: Row): FilingBody['building'] => ({
  name: row.building,
  standardAddress: row.address,
  propertyCertNo: row.certNo,
  ownerName: row.owner,
  ownerNumber: '',
  ownerKind: row.ownerKind,
  useType: row.useType,
  areaM2: row.areaM2,
  floorsAbove: row.floorsAbove,
  floorsBelow: row.floorsBelow,
  isIllegal: false,
});

function toProofs(row: Row): Proof[] {
  const record = (
    kind: Row['rightKind'] | Row['titleKind'],
    number: string,
    validFrom: string,
    validUntil: string,
    hash: string,
  ): Proof[] =>
    kind === ''
      ? []
      : [
          {
            kind,
            number,
            validFrom,
            validUntil: validUntil === '' ? null : validUntil,
            rooms: [],
            fileId: null,
            fileName: '',
            hash,
            source: 'record',
          },
        ];
  return [
    ...record(row.titleKind, row.titleNo, row.titleFrom, '', row.titleHash),
    ...record(row.rightKind, row.rightNo, row.rightFrom, row.rightUntil, row.rightHash),
    ...record(row.otherKind, row.otherNo, row.otherFrom, row.otherUntil, row.otherHash),
  ];
}

export async function listByNumber(db: Db, centreId: number): Promise<Map<string, FilingRow>> {
  const carriers = await repository.listCarriers(db, centreId);
  const filings = await repository.listFilingsOf(
    db,
    centreId,
    carriers.map(({ carrier_id }) => carrier_id),
  );
  return new Map(filings.filter(({ number }) => number !== '').map((row) => [row.number, row]));
}

/** The paper of a filing: what is being written, or what is in force. */
export async function findBody(db: Db, row: FilingRow): Promise<FilingBody | undefined> {
  if (row.draft !== null) return row.draft;
  const version = await repository.findVersion(db, row.centre_id, row.filing_id, row.filed_version);
  return version?.body;
}

async function listRows(db: Db, centreId: number): Promise<Row[]> {
  const carriers = new Map(
    (await repository.listCarriers(db, centreId)).map((one) => [one.carrier_id, one]),
  );
  const filings = await listByNumber(db, centreId);
  const rows = await Promise.all(
    [...filings.values()].map(async (filing) => {
      const carrier = carriers.get(filing.carrier_id);
      const body = await findBody(db, filing);
      return carrier === undefined || body === undefined ? [] : [toRow(filing, carrier, body)];
    }),
  );
  return rows.flat();
}

function toRow(filing: FilingRow, carrier: CarrierRow, { building, proofs }: FilingBody): Row {
  const [title, right, other] = proofs;
  const said = (proof: Proof | undefined) => ({
    kind: proof?.kind ?? ('' as const),
    number: proof?.number ?? '',
    from: proof?.validFrom ?? '',
    until: proof?.validUntil ?? '',
    hash: proof?.hash ?? '',
  });
  const [first, second, third] = [said(title), said(right), said(other)];
  const stage = filing.standing === 'none' ? filing.stage : 'filed';
  return {
    number: filing.number,
    carrier: carrier.name,
    carrierEn: carrier.name_en,
    kind: carrier.kind,
    town: carrier.town,
    operatorCode: carrier.operator_code,
    phone: carrier.phone,
    building: building.name,
    address: building.standardAddress,
    certNo: building.propertyCertNo,
    owner: building.ownerName,
    ownerKind: building.ownerKind,
    useType: building.useType,
    areaM2: building.areaM2,
    floorsAbove: building.floorsAbove,
    floorsBelow: building.floorsBelow,
    titleKind: first.kind === 'park-letter' ? 'park-letter' : 'title',
    titleNo: first.number,
    titleFrom: first.from,
    titleHash: first.hash,
    rightKind: second.kind,
    rightNo: second.number,
    rightFrom: second.from,
    rightUntil: second.until,
    rightHash: second.hash,
    otherKind: third.kind,
    otherNo: third.number,
    otherFrom: third.from,
    otherUntil: third.until,
    otherHash: third.hash,
    stage:
      stage === 'submitted' || stage === 'regulator-check' || stage === 'filed' ? stage : 'draft',
    suspendedFor: filing.standing_reason,
  };
}
