import type { Db } from '#kernel/db/types.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { cellFault, unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { permissions, problems } from '../../contract.ts';
import type { StaffDeps } from '../deps.ts';
import { toScopeOf } from '../person-roles.ts';
import { allRows } from '../repository-rows.ts';
import { readSettings } from '../settings-of.ts';
import { createVault } from '../vault.ts';
import { loadPeople, nouns, type Numbered } from './references.ts';
import { whyNotTogether, writeRole } from './roles.ts';
import { StaffSheetRow } from './staff-row.ts';
import { writeStaff } from './write-staff.ts';

const fields = [
  field('employeeNo', '工号', 'Employee number', { isKey: true }),
  field('nameZh', '姓名', 'Name'),
  field('nameEn', '英文姓名', 'English name'),
  field('namePinyin', '姓名拼音', 'Pinyin', {
    noteZh: '各音节用空格隔开',
    noteEn: 'Syllables parted by spaces',
  }),
  field('sex', '性别', 'Sex', { noteZh: 'male 男、female 女', noteEn: 'male or female' }),
  field('officeCode', '科室代码', 'Office code', {
    noteZh: '与部门代码只填一个，中心领导都不填',
    noteEn: 'Either this or the department; neither for the leaders of the centre',
  }),
  field('departmentCode', '派驻部门代码', 'Department code'),
  field('postCode', '岗位代码', 'Post code'),
  field('employment', '用工性质', 'Employment', {
    noteZh: 'established 在编、contract 非编、stationed 派驻',
    noteEn: 'established, contract or stationed',
  }),
  field('mobile', '手机', 'Mobile'),
  field('email', '电子邮箱', 'E-mail'),
  field('joinedOn', '到岗日期', 'Joined on'),
  field('roles', '角色', 'Roles', {
    noteZh: '角色@范围，多个用 | 隔开；日常由安全管理员授予',
    noteEn: 'role@scope, joined by |; granted by the security administrator in daily work',
  }),
  field('demonstration', '演示', 'Demonstration'),
];

async function listCurrent(deps: StaffDeps, db: Db, centreId: number): Promise<StaffSheetRow[]> {
  const vault = createVault(deps.cipher, centreId);
  const [people, held, directory] = await Promise.all([
    loadPeople(db, centreId),
    allRows(db, 'staff.person_role', centreId, ['person_id']),
    deps.organisation.loadDirectory(db, centreId),
  ]);
  const roles = Map.groupBy(held, (row) => row.person_id);
  return people.all.map((row) => ({
    employeeNo: row.employee_no,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    namePinyin: row.name_pinyin,
    sex: row.sex,
    officeCode: directory.offices.byId.get(row.office_id ?? '')?.code ?? '',
    departmentCode: directory.departments.byId.get(row.department_id ?? '')?.code ?? '',
    postCode: row.post_code,
    employment: row.employment,
    mobile: vault.openContact(row, 'mobile'),
    email: vault.openContact(row, 'email'),
    joinedOn: row.joined_on,
    roles: (roles.get(row.person_id) ?? [])
      .map((one) => writeRole({ role: one.role, scope: toScopeOf(one) }, directory))
      .toSorted(),
    demonstration: row.is_demonstration,
  }));
}

async function checkRows(
  deps: StaffDeps,
  db: Db,
  centreId: number,
  rows: ReadonlyArray<Numbered<StaffSheetRow>>,
): Promise<CellFault[]> {
  const [directory, posts, known, people, settings] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    allRows(db, 'staff.post', centreId, ['code']),
    deps.accounts.describeRoles(db, centreId),
    loadPeople(db, centreId),
    readSettings(db, centreId),
  ]);
  const roleFaults = rows.flatMap(({ rowNumber, row }) => {
    const reason = whyNotTogether(row.roles, directory, known);
    return reason === undefined ? [] : [cellFault(rowNumber, 'roles', row.roles.join('|'), reason)];
  });
  const postCodes = new Set(posts.map((post) => post.code));
  const isContract = (employeeNo: string) => {
    const person = people.byNo.get(employeeNo);
    return person?.employment === 'contract' && person.left_on === null;
  };
  return [
    ...unknownReferences(rows, 'officeCode', directory.offices.byCode, nouns.office),
    ...unknownReferences(rows, 'departmentCode', directory.departments.byCode, nouns.department),
    ...unknownReferences(rows, 'postCode', postCodes, nouns.post),
    ...roleFaults,
    ...overQuota(
      rows,
      people.all.filter((person) => isContract(person.employee_no)).map((one) => one.employee_no),
      settings,
    ),
  ];
}

/** The rows that take the centre over its quota of contract staff, where it refuses that. */
function overQuota(
  rows: ReadonlyArray<Numbered<StaffSheetRow>>,
  present: readonly string[],
  { contractQuota, quotaRule }: { contractQuota: number | null; quotaRule: 'warn' | 'refuse' },
): CellFault[] {
  if (contractQuota === null || quotaRule === 'warn') return [];
  const counted = new Set(present);
  for (const { row } of rows) if (row.employment !== 'contract') counted.delete(row.employeeNo);
  return rows.flatMap(({ rowNumber, row }) => {
    if (row.employment !== 'contract' || counted.has(row.employeeNo)) return [];
    counted.add(row.employeeNo);
    if (counted.size <= contractQuota) return [];
    const fill = (text: string) =>
      text.replace('{quota}', String(contractQuota)).replace('{count}', String(counted.size - 1));
    const { title } = problems.quotaReached;
    const reason = { 'zh-CN': fill(title['zh-CN']), en: fill(title.en) };
    return [cellFault(rowNumber, 'employment', row.employment, reason)];
  });
}

/** 人员 as a sheet, with their roles. Contacts stand in it in full, so it has a permission of its own. */
export const staffImporter = (deps: StaffDeps): Importer =>
  defineImporter<StaffSheetRow>({
    name: 'staff.staff',
    title: { 'zh-CN': '人员', en: 'Staff' },
    permission: permissions.exchange,
    fields,
    row: StaffSheetRow,
    listCurrent: (db, centreId) => listCurrent(deps, db, centreId),
    checkRows: (db, centreId, rows) => checkRows(deps, db, centreId, rows),
    write: (tx, actor, changes) => writeStaff(deps, tx, actor, changes),
  });
