import type { Actor } from '#kernel/access/contract-actor.ts';
import { maskDocumentNumber } from '#kernel/crypto/mask.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions } from '../../contract.ts';
import type { LicencesDeps } from '../deps.ts';
import type { Holder } from '../inputs.ts';
import { issueLicence } from '../issue-licence.ts';
import { listKinds } from '../repository-kinds.ts';
import { findByNumber, listTakenOver } from '../repository-taken-over.ts';
import * as repository from '../repository.ts';
import type { LicenceRow } from '../tables.ts';
import { openDisclosure } from '../vault.ts';
import { readContent, TakenOverRow, writeContent } from './licence-row.ts';

/** 存量证照: licences from before this software, taken over with the numbers that they have. */
export const licenceImporter = (deps: LicencesDeps) =>
  defineImporter<TakenOverRow>({
    name: 'licences.licences',
    title: { 'zh-CN': '存量证照', en: 'Licences from before' },
    permission: permissions.manageKinds,
    fields: [
      field('kindCode', '证照类型', 'Kind', { isKey: true }),
      field('number', '证照编号', 'Number', { isKey: true }),
      field('holderIdentifierKind', '持证主体证件种类', 'Paper of the holder'),
      field('holderIdentifier', '持证主体证件号码', 'Number of the holder'),
      field('departmentCode', '颁发部门', 'Department'),
      field('authorityCode', '颁发机构代码', 'Code of the authority'),
      field('issuedOn', '颁发日期', 'Issued on'),
      field('validFrom', '有效期起', 'Valid from'),
      field('validUntil', '有效期止', 'Valid until', {
        noteZh: '长期有效留空',
        noteEn: 'Empty: without end',
      }),
      field('content', '内容', 'Content', {
        noteZh: '要素=文字，用 ;; 分隔',
        noteEn: 'field=text, joined by ;;',
      }),
      field('members', '所含许可', 'Carries', {
        noteZh: '行业综合许可证：类型:编号，用 | 分隔',
        noteEn: 'Composite licences: kind:number, joined by |',
      }),
    ],
    row: TakenOverRow,
    listCurrent: (db, centreId) => listRows(deps, db, centreId),
    checkRows: (db, centreId, rows) => checkRows(deps, db, centreId, rows),
    write: async (tx, actor, changes) => {
      for (const { after } of changes) await takeOver(deps, tx, actor, after);
    },
  });

async function listRows(deps: LicencesDeps, db: Db, centreId: number): Promise<TakenOverRow[]> {
  const [rows, { departments }] = await Promise.all([
    listTakenOver(db, centreId),
    deps.organisation.loadDirectory(db, centreId),
  ]);
  const listed: TakenOverRow[] = [];
  for (const row of rows) {
    const holder = await deps.parties.findPartyInFull(db, centreId, row.issued_to);
    listed.push({
      kindCode: row.kind_code,
      number: row.number,
      holderIdentifierKind: holder?.identifier?.kind ?? 'uscc',
      holderIdentifier: holder?.identifier?.number ?? '',
      departmentCode: departments.byId.get(row.department_id)?.code ?? '',
      authorityCode: row.authority_code,
      issuedOn: row.issued_on,
      validFrom: row.valid_from,
      validUntil: row.valid_until ?? '',
      content: writeContent(openDisclosure(deps.cipher, row).content),
      members: await listMemberKeys(db, row),
    });
  }
  return listed;
}

async function listMemberKeys(db: Db, row: LicenceRow): Promise<string[]> {
  const links = await repository.listMembers(db, row.centre_id, [row.licence_id]);
  const newest = await repository.listNewest(
    db,
    row.centre_id,
    links.map((link) => link.lineage_id),
  );
  return links.flatMap((link) => {
    const member = newest.find((one) => one.lineage_id === link.lineage_id);
    return member === undefined ? [] : [`${member.kind_code}:${member.number}`];
  });
}

const EXISTS = {
  'zh-CN': '该证照已存在；证照一经录入只能通过变更、延续等业务改变，不能用表格修改',
  en: 'This licence exists; once recorded it changes by a case only, never by a sheet',
};

async function checkRows(
  deps: LicencesDeps,
  db: Db,
  centreId: number,
  rows: ReadonlyArray<{ readonly rowNumber: number; readonly row: TakenOverRow }>,
): Promise<CellFault[]> {
  const [kinds, { departments }, current] = await Promise.all([
    listKinds(db, centreId),
    deps.organisation.loadDirectory(db, centreId),
    listRows(deps, db, centreId),
  ]);
  const here = new Set(kinds.flatMap(({ code, role }) => (role === 'external' ? [] : [code])));
  const known = new Map(current.map((row) => [keyOf(row), JSON.stringify(row)]));
  const faults: CellFault[] = [
    ...unknownReferences(rows, 'kindCode', here, { 'zh-CN': '证照类型', en: 'kind of licence' }),
    ...unknownReferences(rows, 'departmentCode', new Set(departments.byCode.keys()), {
      'zh-CN': '部门',
      en: 'department',
    }),
  ];
  for (const { rowNumber, row } of rows) {
    const fault = (name: 'number' | 'holderIdentifier', zh: string, en: string) =>
      faults.push({
        row: rowNumber,
        field: name,
        value: '',
        reason: { 'zh-CN': zh, en },
      });
    const before = known.get(keyOf(row));
    if (before !== undefined && before !== JSON.stringify(row))
      fault('number', EXISTS['zh-CN'], EXISTS.en);
    if ((await findHolder(deps, db, centreId, row)) === undefined)
      fault('holderIdentifier', '没有登记这个办事主体', 'Nobody is registered with this number');
  }
  return faults;
}

const keyOf = (row: TakenOverRow) => `${row.kindCode} ${row.number}`;

async function findHolder(
  { parties }: LicencesDeps,
  db: Db,
  centreId: number,
  row: TakenOverRow,
): Promise<Holder | undefined> {
  const { holderIdentifierKind: kind, holderIdentifier: number } = row;
  const found = await parties.findPartyByNumber(db, centreId, kind, number);
  const party = found && (await parties.findPartyInFull(db, centreId, found.id));
  if (party === undefined) return undefined;
  const shown = party.kind === 'person' ? maskDocumentNumber(number) : number;
  return { partyId: party.id, kind: party.kind, name: party.name, identifier: { kind, shown } };
}

async function takeOver(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  row: TakenOverRow,
): Promise<void> {
  const { centreId } = actor;
  const { departments } = await deps.organisation.loadDirectory(tx, centreId);
  const department = orNotFound(departments.byCode.get(row.departmentCode));
  const members: string[] = [];
  for (const key of row.members) {
    const [kind = '', ...number] = key.split(':');
    const member = await findByNumber(tx, centreId, kind, number.join(':'));
    members.push(orNotFound(member).licence_id);
  }
  const input = {
    kind: row.kindCode,
    holder: orNotFound(await findHolder(deps, tx, centreId, row)),
    authority: {
      name: { 'zh-CN': department.nameZh, en: department.nameEn },
      creditCode: row.authorityCode,
      departmentId: department.id,
    },
    caseId: null,
    caseNumber: '',
    content: readContent(row.content),
    validFrom: row.validFrom,
    validUntil: row.validUntil === '' ? null : row.validUntil,
    members,
  };
  const { number, issuedOn } = row;
  await issueLicence(deps, tx, actor, input, { number, issuedOn });
}
