import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import type { RowChange } from '#kernel/imports/importer.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { problems } from '../../contract.ts';
import type { StaffDeps } from '../deps.ts';
import { personChanged } from '../events.ts';
import { toSearchText } from '../names.ts';
import { roleKey, toRoleRow, toScopeOf } from '../person-roles.ts';
import { allRows, insertRows, lockAllRows, saveRows } from '../repository-rows.ts';
import { deleteRoles } from '../repository.ts';
import type { PersonRoleRow, PersonRow } from '../tables.ts';
import { createVault, type Vault } from '../vault.ts';
import { found } from './references.ts';
import { parseRole } from './roles.ts';
import type { StaffSheetRow } from './staff-row.ts';

/** People whose roles are given at a time: enough to fill the way to the database, few enough not to choke it. */
const TOGETHER = 40;

type Base = Pick<
  PersonRow,
  | 'centre_id'
  | 'person_id'
  | 'account_id'
  | 'left_on'
  | 'left_reason'
  | 'photo_file_id'
  | 'version'
  | 'updated_at'
>;

function toRecord(row: StaffSheetRow, directory: Directory, vault: Vault, base: Base): PersonRow {
  const { offices, departments } = directory;
  return {
    ...base,
    employee_no: row.employeeNo,
    name_zh: row.nameZh,
    name_en: row.nameEn,
    name_pinyin: row.namePinyin,
    search_text: toSearchText(row),
    sex: row.sex,
    office_id: row.officeCode === '' ? null : found(offices.byCode, row.officeCode).id,
    department_id:
      row.departmentCode === '' ? null : found(departments.byCode, row.departmentCode).id,
    post_code: row.postCode,
    employment: row.employment,
    mobile_sealed: vault.sealContact(base.person_id, 'mobile', row.mobile),
    email_sealed: vault.sealContact(base.person_id, 'email', row.email),
    joined_on: row.joinedOn,
    is_demonstration: row.demonstration,
  };
}

/** Writes the people of a sheet: in one statement whatever their number, with an account and the roles of each. */
export async function writeStaff(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<StaffSheetRow>>,
): Promise<void> {
  const { centreId } = actor;
  const [directory, recorded, held] = await Promise.all([
    deps.organisation.loadDirectory(tx, centreId),
    lockAllRows(tx, 'staff.person', centreId),
    allRows(tx, 'staff.person_role', centreId, ['person_id']),
  ]);
  const known = new Map(recorded.map((row) => [row.employee_no, row]));
  const rolesOf = Map.groupBy(held, (row) => row.person_id);
  const vault = createVault(deps.cipher, centreId);
  const work: RoleWork[] = [];
  const rows = changes.map(({ after }) => {
    const before = known.get(after.employeeNo);
    const personId = before?.person_id ?? newId();
    const row = toRecord(after, directory, vault, {
      centre_id: centreId,
      person_id: personId,
      account_id: before?.account_id ?? openAccount(deps, tx, actor, personId, after),
      left_on: before?.left_on ?? null,
      left_reason: before?.left_reason ?? '',
      photo_file_id: before?.photo_file_id ?? null,
      version: (before?.version ?? 0) + 1,
      updated_at: deps.clock.now(),
    });
    work.push(planRoles(row, after, directory, rolesOf.get(personId) ?? []));
    personChanged(tx, deps.clock, actor, row, {
      act: before === undefined ? 'joined' : 'changed',
    });
    return row;
  });
  refuseRolesOfOthers(actor, work);
  saveRows(tx, 'staff.person', rows);
  // Side by side: the statements of several people travel together, those of one person in their order.
  for (let from = 0; from < work.length; from += TOGETHER)
    await Promise.all(
      work.slice(from, from + TOGETHER).map((one) => giveRoles(deps, tx, actor, one)),
    );
}

function openAccount(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  personId: string,
  row: StaffSheetRow,
): string {
  return deps.accounts.openAccount(tx, actor, {
    personId,
    loginName: row.employeeNo.toLowerCase(),
    displayName: row.nameZh,
    isDemonstration: row.demonstration,
  });
}

interface RoleWork {
  readonly person: PersonRow;
  readonly added: readonly PersonRoleRow[];
  readonly removed: readonly PersonRoleRow[];
}

function planRoles(
  person: PersonRow,
  row: StaffSheetRow,
  directory: Directory,
  held: readonly PersonRoleRow[],
): RoleWork {
  const wanted = row.roles.flatMap((text) => {
    const parsed = parseRole(text, directory);
    return parsed ? [toRoleRow(person.centre_id, person.person_id, parsed)] : [];
  });
  const heldKeys = new Set(held.map(roleKey));
  const wantedKeys = new Set(wanted.map(roleKey));
  return {
    person,
    added: wanted.filter((one) => !heldKeys.has(roleKey(one))),
    removed: held.filter((one) => !wantedKeys.has(roleKey(one))),
  };
}

/** Only the software itself, loading a centre, gives roles by a sheet; people ask the security administrator. */
function refuseRolesOfOthers(actor: Actor, work: readonly RoleWork[]): void {
  if (actor.kind === 'system') return;
  const touched = work.find(({ added, removed }) => added.length + removed.length > 0);
  if (touched !== undefined)
    throw new ProblemError(problems.rolesBySecurity, { employeeNo: touched.person.employee_no });
}

async function giveRoles(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  { person, added, removed }: RoleWork,
): Promise<void> {
  if (person.account_id === null) return;
  const accountId = person.account_id;
  for (const one of removed)
    await deps.accounts.revokeRole(tx, actor, { accountId, role: one.role, scope: toScopeOf(one) });
  for (const one of added)
    await deps.accounts.grantRole(tx, actor, {
      accountId,
      role: one.role,
      scope: toScopeOf(one),
      reason: '人员表导入',
    });
  deleteRoles(tx, removed);
  insertRows(tx, 'staff.person_role', added);
}
