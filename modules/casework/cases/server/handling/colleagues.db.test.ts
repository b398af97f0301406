import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import {
  permissions as organisationPermissions,
  routes as organisation,
} from '#modules/registry/organisation/contract.ts';
import {
  permissions as staffPermissions,
  routes as staff,
} from '#modules/registry/staff/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { permissions, routes } from '../../contract.ts';
import { type Cases, startCases } from '../fixture.ts';

const MOST = 500;
const POST = {
  code: 'approver',
  nameZh: '审批人员',
  nameEn: 'Approver',
  group: 'approval',
  order: '1',
};

describe('colleagues of one department', () => {
  let cases: Cases;
  let matterId = '';
  let partyId = '';
  let serial = 0;
  beforeAll(async () => {
    cases = await startCases();
    cases.setTime('2026-03-02T09:00');
    const importer = cases.app.app.running.importers.find(({ name }) => name === 'staff.posts');
    if (importer === undefined) throw new Error('There is no importer of posts');
    await runImport(cases.app.foundation, systemActor(TEST_CENTRE, 'load'), importer, 'posts.csv', [
      { rowNumber: 2, cells: POST },
    ]);
    matterId = await cases.matter();
    partyId = await cases.party();
  });
  beforeEach(() => cases.setTime('2026-03-02T09:00'));
  afterAll(() => cases.app.close());

  /** Somebody of the staff with an account, who examines the cases of their department. */
  const colleague = async (departmentId = cases.departmentId): Promise<Actor> => {
    serial += 1;
    const hr = staffWith(Object.values(staffPermissions).map(({ name }) => name));
    const { body, text } = await cases.app.send(hr, staff.createPerson, {
      body: {
        employeeNo: `T${String(serial).padStart(4, '0')}`,
        nameZh: `同事${serial}`,
        nameEn: `Colleague ${serial}`,
        namePinyin: '',
        sex: 'female',
        officeId: null,
        mobile: '',
        email: '',
        departmentId,
        employment: 'stationed',
        joinedOn: '2026-01-05',
        postCode: POST.code,
        opensAccount: true,
      },
    });
    if (body?.accountId === undefined) throw new Error(text);
    return staffWith(
      [permissions.view.name, permissions.examine.name],
      { level: 'department', id: departmentId },
      { id: body.accountId ?? '', name: `同事${serial}` },
    );
  };
  const hand = (by: Actor, id: string, version: number, to: Actor) =>
    cases.app.send(by, routes.delegateCase, {
      params: { id },
      body: { version, handlerId: to.id, reason: 'A 岗休假，由 B 岗接办' },
    });
  const worklist = async (of: Actor) =>
    (await cases.app.send(of, routes.listCases, { query: { list: 'own' } })).body.items.map(
      ({ id }) => id,
    );

  test('the B of a post goes on with what its A had taken, and only within the department', async () => {
    const [a, b] = [await colleague(), await colleague()];
    const { id } = await cases.accepted(matterId, partyId);
    const taken = await cases.act(a, routes.takeCase, id, { version: 2 });
    expect(await worklist(a)).toEqual([id]);
    const named = { nameZh: '他部门', nameEn: 'Another', order: 2, phone: '', shortZh: '他' };
    const other = await cases.app.send(
      staffWith(Object.values(organisationPermissions).map(({ name }) => name)),
      organisation.createDepartment,
      { body: { ...named, code: 'other', kind: 'vertical', uscc: '11310117MB0T00015N' } },
    );
    const outside = await colleague(other.body.id);
    expect((await hand(a, id, taken.version, outside)).problem).toBe('cases/handler-unfit');
    expect((await hand(outside, id, taken.version, b)).problem).toBe('access/forbidden');
    expect((await hand(a, id, taken.version, staffWith([]))).problem).toBe('cases/handler-unfit');

    const given = await hand(a, id, taken.version, b);
    expect([await worklist(a), await worklist(b)]).toEqual([[], [id]]);
    const history = await cases.app.send(b, routes.listHistory, { params: { id } });
    expect(history.body.items.at(-1)).toMatchObject({
      act: 'delegate',
      byName: a.name,
      note: 'A 岗休假，由 B 岗接办',
    });
    // B goes on, and A is one of the two whom the law wants: each examines once.
    const done = await cases.act(b, routes.examineCase, id, {
      version: given.body.version,
      passes: true,
      opinion: '符合条件',
    });
    expect(done.state).toBe('reviewing');
  });

  test('five hundred cases are taken in one go, each with its own answer, and no more', async () => {
    const acceptTen = () =>
      Promise.all(Array.from({ length: 10 }, () => cases.accepted(matterId, partyId)));
    const ids: string[] = [];
    while (ids.length < MOST) ids.push(...(await acceptTen()).map(({ id }) => id));
    const taker = await colleague();
    // One of them was handled by somebody else in the meantime.
    await cases.act(cases.first, routes.takeCase, ids[7] ?? '', { version: 2 });
    const take = (wanted: readonly string[]) =>
      cases.app.send(taker, routes.actOnMany, {
        body: { cases: wanted.map((id) => ({ id, version: 2 })), act: { name: 'take' } },
      });
    expect((await take([...ids, ids[0] ?? ''])).status).toBe(400);
    const { body } = await take(ids);
    expect(body.items.map(({ id }) => id)).toEqual(ids);
    expect(body.items.filter(({ done }) => done)).toHaveLength(MOST - 1);
    expect(body.items[7]).toMatchObject({ problem: { code: 'request/stale-version' } });
    const counts = await cases.app.send(taker, routes.countCases);
    expect(counts.body.own).toBe(MOST - 1);
  }, 120_000);
});
