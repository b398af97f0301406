import type { Db } from '#kernel/db/types.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { permissions } from '../../contract.ts';
import type { PartiesDeps } from '../deps.ts';
import { toComparable } from '../numbers.ts';
import { findHolders } from '../repository-search.ts';
import * as repository from '../repository.ts';
import type { ContactRow, PartyRow } from '../tables.ts';
import { createVault, type Vault } from '../vault.ts';
import { type PartySheetRow, partyRowShape, shownContact, toPhoneCell } from './party-row.ts';
import { writeParties } from './write-parties.ts';

const fields = [
  field('partyNo', '主体编号', 'Party number', { isKey: true }),
  field('kind', '主体类型', 'Kind', {
    noteZh: 'person 自然人、organisation 法人和非法人组织',
    noteEn: 'person or organisation',
  }),
  field('nameZh', '名称', 'Name'),
  field('nameEn', '英文名称', 'English name'),
  field('identifierKind', '证件种类', 'Kind of paper', {
    noteZh:
      '111 居民身份证、112 临时身份证、414 护照、511 台胞证、516 港澳通行证；uscc 统一社会信用代码、registration-no 注册号',
    noteEn: '111, 112, 414, 511, 516; uscc or registration-no',
  }),
  field('identifierNumber', '证件号码', 'Number'),
  field('sex', '性别', 'Sex', { noteZh: 'male 或 female', noteEn: 'male or female' }),
  field('bornOn', '出生日期', 'Born on'),
  field('organisationKind', '组织类型', 'Kind of organisation', {
    noteZh: 'company、sole-trader、cooperative、private-nonprofit、other',
  }),
  field('establishedOn', '成立日期', 'Established on'),
  field('phone', '电话', 'Telephone'),
  field('email', '电子邮箱', 'E-mail'),
  field('divisionCode', '行政区划代码', 'Division code'),
  field('address', '地址', 'Address'),
  field('verification', '核验', 'Verification', {
    noteZh: 'none 未核验、window 窗口核验、real-name 实名',
    noteEn: 'none, window or real-name',
  }),
  field('remark', '备注', 'Remark'),
  field('demonstration', '演示', 'Demonstration'),
];

/** 办事主体 as a sheet. Its cells are personal data in full, so it is for those who may see them. */
export const partyImporter = (deps: PartiesDeps): Importer =>
  defineImporter<PartySheetRow>({
    name: 'parties.parties',
    title: { 'zh-CN': '办事主体', en: 'Citizens and firms' },
    permission: permissions.reveal,
    fields,
    row: partyRowShape(deps.clock),
    listCurrent: (db, centreId) => listCurrent(deps, db, centreId),
    checkRows: (db, centreId, rows) => checkRows(deps, db, centreId, rows),
    write: (tx, actor, changes) => writeParties(deps, tx, actor, changes),
  });

async function listCurrent(deps: PartiesDeps, db: Db, centreId: number): Promise<PartySheetRow[]> {
  const vault = createVault(deps.cipher, centreId);
  const rows = await repository.allParties(db, centreId);
  const own = await repository.findBelongings(
    db,
    centreId,
    rows.map((row) => row.party_id),
  );
  const identifiers = Map.groupBy(own.identifiers, (one) => one.party_id);
  const contacts = Map.groupBy(own.contacts, (one) => one.party_id);
  return rows.map((row) => {
    const [identifier] = identifiers.get(row.party_id) ?? [];
    return {
      ...toColumns(vault, row),
      identifierKind: identifier?.kind ?? '',
      identifierNumber: identifier === undefined ? '' : vault.openNumber(identifier),
      ...toContactCells(vault, contacts.get(row.party_id) ?? []),
    };
  });
}

function toColumns(vault: Vault, row: PartyRow) {
  const details = vault.openDetails(row);
  return {
    partyNo: row.party_no,
    kind: row.kind,
    nameZh: vault.openName(row),
    nameEn: details.nameEn,
    sex: details.sex ?? ('' as const),
    bornOn: details.bornOn ?? '',
    organisationKind: row.organisation_kind ?? ('' as const),
    establishedOn: row.established_on ?? '',
    divisionCode: row.division_code,
    verification: row.verification,
    remark: details.remark,
    demonstration: row.is_demonstration,
  };
}

function toContactCells(vault: Vault, contacts: readonly ContactRow[]) {
  const cell = (column: 'phone' | 'email' | 'address') => {
    const contact = shownContact(contacts, column);
    return contact === undefined ? '' : vault.openContact(contact);
  };
  return { phone: toPhoneCell(cell('phone')), email: cell('email'), address: cell('address') };
}

interface Numbered {
  readonly rowNumber: number;
  readonly row: PartySheetRow;
}

/** Faults of numbers that another record or row has, and of records that are no longer live. */
async function checkRows(
  deps: PartiesDeps,
  db: Db,
  centreId: number,
  rows: readonly Numbered[],
): Promise<CellFault[]> {
  const vault = createVault(deps.cipher, centreId);
  const known = await repository.findByPartyNos(
    db,
    centreId,
    rows.map(({ row }) => row.partyNo),
  );
  const byNo = new Map(known.map((party) => [party.party_no, party]));
  const gone = rows.flatMap(({ rowNumber, row }) => {
    const party = byNo.get(row.partyNo);
    if (party === undefined || (party.status === 'active' && party.kind === row.kind)) return [];
    return [
      faultOf(rowNumber, 'partyNo', row.partyNo, {
        'zh-CN': '该编号的记录已合并、已删除或类型不同',
        en: 'The record of this number was merged or erased, or is of another kind',
      }),
    ];
  });
  const holders = await findHolders(db, centreId, indexesOf(vault, rows));
  const held = new Map(holders.map((one) => [`${one.kind} ${one.number_index}`, one.party_id]));
  const taken = rows.flatMap(({ rowNumber, row }) => {
    if (row.identifierKind === '') return [];
    const kind = row.identifierKind;
    const holder = vault
      .findNumber(toComparable(kind, row.identifierNumber))
      .map((index) => held.get(`${kind} ${index}`))
      .find((id) => id !== undefined);
    if (holder === undefined || holder === byNo.get(row.partyNo)?.party_id) return [];
    return [faultOf(rowNumber, 'identifierNumber', '', TAKEN)];
  });
  return [...gone, ...taken, ...repeatedNumbers(rows)];
}

const TAKEN = {
  'zh-CN': '该证件号码已登记在另一主体名下',
  en: 'Another party is recorded with this number',
};

function indexesOf(vault: Vault, rows: readonly Numbered[]): string[] {
  return rows.flatMap(({ row }) =>
    row.identifierKind === ''
      ? []
      : vault.findNumber(toComparable(row.identifierKind, row.identifierNumber)),
  );
}

function repeatedNumbers(rows: readonly Numbered[]): CellFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ rowNumber, row }) => {
    if (row.identifierKind === '') return [];
    const key = `${row.identifierKind} ${toComparable(row.identifierKind, row.identifierNumber)}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, rowNumber);
      return [];
    }
    return [
      faultOf(rowNumber, 'identifierNumber', '', {
        'zh-CN': `证件号码与第${earlier}行相同`,
        en: `The same number as row ${earlier}`,
      }),
    ];
  });
}

/** A fault that does not repeat a number of a person. */
function faultOf(row: number, name: string, value: string, reason: CellFault['reason']): CellFault {
  return { row, field: name, value, reason };
}
