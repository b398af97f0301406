import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { parsePhone } from '#kernel/ids/phone.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type PersonChange,
  type PersonInput,
  permissions,
  problems,
  type SavedPerson,
} from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { personChanged } from './events.ts';
import { toSearchText } from './names.ts';
import { checkQuota } from './quota.ts';
import { authoriseFor } from './reach.ts';
import { insertRows, saveRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import { hasLeft, loadSurroundings, type Surroundings, toPerson } from './surroundings.ts';
import type { PersonRow } from './tables.ts';

/** Adds somebody to the register, with an account unless told otherwise. A repeat with the same key gives the same person. */
export async function createPerson(
  deps: StaffDeps,
  actor: Actor,
  input: PersonInput,
  once: Once,
): Promise<SavedPerson> {
  authorise(actor, permissions.manage.name, { departmentId: input.departmentId });
  return withFreeNo(input, () =>
    deps.database.transaction(async (tx) => {
      const isOverQuota =
        input.employment === 'contract' && (await checkQuota(deps, tx, actor.centreId));
      const around = await loadSurroundings(deps, tx, actor.centreId);
      await checkBelongs(tx, actor.centreId, input, around);
      const row = toNewRow(deps, tx, actor, input, around);
      insertRows(tx, 'staff.person', [row]);
      personChanged(tx, deps.clock, actor, row, { act: 'joined' });
      return keepAnswer(tx, once, row, around, isOverQuota);
    }),
  );
}

function toNewRow(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  input: PersonInput,
  { vault }: Surroundings,
): PersonRow {
  const personId = newId();
  return {
    centre_id: actor.centreId,
    person_id: personId,
    ...toColumns(input),
    mobile_sealed: vault.sealContact(personId, 'mobile', toDigits(input.mobile)),
    email_sealed: vault.sealContact(personId, 'email', input.email),
    left_on: null,
    left_reason: '',
    photo_file_id: null,
    account_id: input.opensAccount
      ? deps.accounts.openAccount(tx, actor, {
          personId,
          loginName: input.employeeNo.toLowerCase(),
          displayName: input.nameZh,
          isDemonstration: false,
        })
      : null,
    is_demonstration: false,
    version: 1,
    updated_at: deps.clock.now(),
  };
}

/** Changes what is recorded of somebody; refuses over a version that the editor has not seen. */
export async function changePerson(
  deps: StaffDeps,
  actor: Actor,
  personId: string,
  input: PersonChange,
  once: Once,
): Promise<SavedPerson> {
  authorise(actor, permissions.manage.name, { departmentId: input.departmentId });
  return withFreeNo(input, () =>
    deps.database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockPerson(tx, actor.centreId, personId));
      const around = await loadSurroundings(deps, tx, actor.centreId);
      authoriseFor(actor, permissions.manage, before, around);
      requireVersion(before, input.version);
      refuseLeft(before, around);
      const becomesContract = input.employment === 'contract' && before.employment !== 'contract';
      const isOverQuota = becomesContract && (await checkQuota(deps, tx, actor.centreId));
      await checkBelongs(tx, actor.centreId, input, around);
      const { vault } = around;
      const row: PersonRow = {
        ...before,
        ...toColumns(input),
        ...(input.mobile === undefined
          ? {}
          : { mobile_sealed: vault.sealContact(personId, 'mobile', toDigits(input.mobile)) }),
        ...(input.email === undefined
          ? {}
          : { email_sealed: vault.sealContact(personId, 'email', input.email) }),
        version: before.version + 1,
        updated_at: deps.clock.now(),
      };
      saveRows(tx, 'staff.person', [row]);
      personChanged(tx, deps.clock, actor, row, {
        act: 'changed',
        fields: changedFields(before, row),
      });
      return keepAnswer(tx, once, row, around, isOverQuota);
    }),
  );
}

const withFreeNo = (input: { readonly employeeNo: string }, write: () => Promise<SavedPerson>) =>
  refuseDuplicate('person_employee_no_unique', problems.employeeNoTaken, toValues(input), () =>
    // An account may hold the name already, of somebody else or of nobody in the register.
    refuseDuplicate('account_login_name_unique', problems.employeeNoTaken, toValues(input), write),
  );

const toValues = ({ employeeNo }: { readonly employeeNo: string }) => ({ employeeNo });

function keepAnswer(
  tx: Tx,
  once: Once,
  row: PersonRow,
  around: Surroundings,
  isOverQuota: boolean,
): SavedPerson {
  const answer = { ...toPerson(row, around), isOverQuota };
  once.claim(tx, answer);
  return answer;
}

/** Nothing of somebody who left is changed. */
export function refuseLeft(row: PersonRow, around: Surroundings): void {
  if (row.left_on !== null && hasLeft(row, around.today))
    throw new ProblemError(problems.hasLeft, { name: row.name_zh, day: row.left_on });
}

async function checkBelongs(
  db: Db,
  centreId: number,
  input: PersonInput | PersonChange,
  { directory }: Surroundings,
): Promise<void> {
  const post = await repository.findPost(db, centreId, input.postCode);
  if (post === undefined) throw new ProblemError(problems.unknownPost, { post: input.postCode });
  const isKnown =
    (input.officeId === null || directory.offices.byId.has(input.officeId)) &&
    (input.departmentId === null || directory.departments.byId.has(input.departmentId));
  if (!isKnown) throw new ProblemError(problems.unknownPlace);
}

/** A telephone number as it is kept: digits only. */
export function toDigits(text: string): string {
  const parsed = parsePhone(text);
  return parsed.ok ? parsed.value.number : text;
}

function toColumns(input: PersonInput | PersonChange) {
  return {
    employee_no: input.employeeNo,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    name_pinyin: input.namePinyin,
    search_text: toSearchText(input),
    sex: input.sex,
    office_id: input.officeId,
    department_id: input.departmentId,
    post_code: input.postCode,
    employment: input.employment,
    joined_on: input.joinedOn,
  };
}

const UNTOLD = new Set(['version', 'updated_at', 'search_text']);

function changedFields(before: PersonRow, after: PersonRow): string[] {
  return (Object.keys(after) as Array<keyof PersonRow>).filter(
    (column) => !UNTOLD.has(column) && before[column] !== after[column],
  );
}
