import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  type Filing,
  routes as premises,
  UnitPreview,
} from '#modules/casework/premises/contract.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { BODY, type Premises, startPremises } from './premises.fixture.ts';

const NEW_FIRM = { name: '云间新设软件有限公司', creditCode: '91310117MA1T10027H' };

describe('filed premises in the course of time', () => {
  let world: Premises;
  beforeAll(async () => {
    world = await startPremises();
  });
  beforeEach(() => world.cases.setTime('2026-03-02T10:00'));
  afterAll(() => world.cases.app.close());

  /** A case of the founding of a firm on a unit, as far as the decision. */
  async function founded(filing: Filing, name: string) {
    const { cases, pickOf, apply, grant, foundingId } = world;
    const citizen = cases.citizen(await cases.party());
    const sent = await apply(citizen, await pickOf(filing, '301'), { name }, foundingId);
    if (sent.problem !== undefined) throw new Error(sent.text);
    return { id: sent.body.id, version: await grant(sent.body) };
  }

  const issue = (
    { id, version }: { readonly id: string; readonly version: number },
    newSubject?: typeof NEW_FIRM,
  ) =>
    world.cases.app.send(world.cases.first, routes.issueResult, {
      params: { id },
      body: { version, content: { premises: '演示' }, ...(newSubject && { newSubject }) },
      key: newId(),
    });

  const look = async (by: Actor, id: string) =>
    (await world.cases.app.send(by, premises.getFiling, { params: { id } })).body;

  async function runJob(name: string): Promise<void> {
    const { app } = world.cases;
    const job = app.app.running.jobs.find((one) => one.name === name) ?? expect.fail(name);
    const { run } = job;
    if (run.mode !== 'in-transaction') throw new Error(name);
    const actor = systemActor(TEST_CENTRE, name, job.permissions ?? []);
    const context = {
      actor,
      attempt: 1,
      dueAt: app.clock.now(),
      signal: new AbortController().signal,
    };
    await app.foundation.database.transaction((tx) => run.handle(tx, {}, context));
  }

  test('know a new firm by its credit code once its licence is issued, and the licence is the firm’s', async () => {
    const { cases, regulator, file } = world;
    const filing = await file('演示北路1号');
    const one = await founded(filing, '云间新设（暂名）');
    const before = await look(regulator, filing.id);
    expect(before.plan?.units[0]?.occupants).toMatchObject([
      { name: '云间新设（暂名）', creditCode: '' },
    ]);
    expect((await issue(one)).problem).toBe('cases/new-subject-missing');
    const wrong = await issue(one, { ...NEW_FIRM, creditCode: '91310117MA1T10027X' });
    expect(wrong.problem).toBe('request/invalid-input');
    const done = await issue(one, NEW_FIRM);
    expect(done.problem).toBeUndefined();
    const after = await look(regulator, filing.id);
    expect(after.plan?.units[0]?.occupants).toMatchObject([NEW_FIRM]);
    const uses = await cases.app.send(regulator, premises.listUses, { params: { id: filing.id } });
    expect(uses.body.items).toMatchObject([{ subjectName: NEW_FIRM.name, state: 'settled' }]);
    const again = await founded(await file('演示北路2号'), '别的公司');
    const taken = await issue(again, { ...NEW_FIRM, name: '别的公司' });
    expect(taken.problem).toBe('parties/already-registered');
  });

  test('are renewed near their end and not before, and go on as the next version', async () => {
    const { operator, save, good, on, file, fileDraft, title } = world;
    const far = await file('演示北路3号', '2026-12-31');
    expect((await on(operator, premises.beginRenewal, far)).problem).toBe(
      'premises/not-in-renewal',
    );
    const near = await file('演示北路4号', '2026-04-15');
    const begun = await good(operator, premises.beginRenewal, near);
    const proofs = [{ ...(await title(operator)), number: '沪2026', validUntil: '2028-04-15' }];
    const saved = await save(operator, begun, { ...(begun.draft ?? BODY), proofs });
    const renewed = await fileDraft(saved.body);
    expect(renewed).toMatchObject({
      filedVersion: 2,
      number: near.number,
      standing: 'filed',
      validUntil: '2028-04-15',
    });
    expect(renewed.versions.map(({ kind }) => kind)).toContain('renewal');
    expect(renewed.plan?.units.map(({ id }) => id)).toEqual(near.plan?.units.map(({ id }) => id));
  });

  test('are written down as ended by the work of the night, told once of before, and come back by renewal', async () => {
    const { cases, operator, regulator, save, good, file, fileDraft, title } = world;
    const filing = await file('演示北路5号', '2026-03-20');
    const reminders = async () => {
      const { db } = cases.app.foundation.database;
      const rows = await db
        .$extendTables<{ 'premises.reminder': { filing_id: string; days: number } }>()
        .selectFrom('premises.reminder')
        .select('days')
        .where('filing_id', '=', filing.id)
        .orderBy('days')
        .execute();
      return rows.map(({ days }) => days);
    };
    await runJob('premises.remind-operators');
    await runJob('premises.remind-operators');
    expect(await reminders()).toEqual([30]);
    cases.setTime('2026-03-14T08:30');
    await runJob('premises.remind-operators');
    expect(await reminders()).toEqual([7, 30]);
    cases.setTime('2026-03-20T00:10');
    await runJob('premises.expire-filings');
    expect((await look(regulator, filing.id)).standing).toBe('filed');
    cases.setTime('2026-03-21T00:10');
    await runJob('premises.expire-filings');
    await runJob('premises.expire-filings');
    const over = await look(regulator, filing.id);
    expect(over.standing).toBe('expired');
    expect(over.history.filter(({ act }) => act === 'expire')).toHaveLength(1);
    const begun = await good(operator, premises.beginRenewal, over);
    const saved = await save(operator, begun, {
      ...(begun.draft ?? BODY),
      proofs: [{ ...(await title(operator)), validUntil: '2027-03-20' }],
    });
    expect(await fileDraft(saved.body)).toMatchObject({ standing: 'filed', filedVersion: 2 });
  });

  test('are read from a sheet before anything is changed: added, changed, the same, wrong', async () => {
    const { cases, operator, begin, save } = world;
    const draft = (await save(operator, await begin(operator, '导入'), BODY)).body;
    const template = await cases.app.app.http.inject({
      method: 'GET',
      url: premises.unitTemplate.path,
      headers: { 'x-test-actor': operator.id },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(template.rawPayload).buffer);
    const sheet = book.worksheets[0] ?? expect.fail('no sheet');
    sheet.addRow([3, '301', 80, 2, '', '']);
    sheet.addRow([3, '３０２', '85.50', 2, '', '91310117MA1T10027H']);
    sheet.addRow([4, '401', '1,200.00', 3, '', '']);
    sheet.addRow([-1, 'B01', 20, 0, '配电间', '']);
    sheet.addRow([4, '401室', 60, 1, '', '']);
    sheet.addRow([4, '402', '很大', 1, '阁楼', '']);
    const sent = await cases.app.app.http.inject({
      method: 'POST',
      url: premises.previewUnits.path.replace(':id', draft.id),
      headers: { 'x-test-actor': operator.id, 'content-type': 'multipart/form-data; boundary=b' },
      payload: Buffer.concat([
        Buffer.from(
          '--b\r\ncontent-disposition: form-data; name="file"; filename="units.xlsx"\r\n\r\n',
        ),
        Buffer.from(await book.xlsx.writeBuffer()),
        Buffer.from('\r\n--b--\r\n'),
      ]),
    });
    const preview = UnitPreview.parse(sent.json());
    expect(preview).toMatchObject({ add: 2, change: 1, same: 1, bad: 2 });
    expect(preview.rows.map(({ act, unit }) => [act, unit?.roomNo ?? ''])).toEqual([
      ['same', '301'],
      ['change', '302'],
      ['add', '401'],
      ['add', 'B01'],
      ['bad', ''],
      ['bad', ''],
    ]);
    expect(preview.rows[3]?.unit).toMatchObject({ floor: -1, excluded: 'switch-room' });
    expect(preview.rows[4]?.faults[0]?.reason['zh-CN']).toContain('同一房屋');
    expect(preview.rows[5]?.faults.map(({ field }) => field)).toEqual(['areaM2', 'excluded']);
    const still = await cases.app.send(operator, premises.getOwnFiling, {
      params: { id: draft.id },
    });
    expect(still.body.draft?.units).toHaveLength(3);
  });

  test('are measured for the targets of the centre: units, uses and the days that these saved', async () => {
    const { cases } = world;
    const { db } = cases.app.foundation.database;
    const read = async (name: string, from: string, until: string) => {
      const measure =
        cases.app.app.running.measures.find((one) => one.name === name) ?? expect.fail(name);
      return (await measure.read(db, { centreId: TEST_CENTRE, from, until })).value;
    };
    const units = Number(await read('premises.units-filed', '2026-03-01', '2026-03-31'));
    const uses = Number(await read('premises.reused', '2026-03-01', '2026-03-31'));
    expect(units).toBe(15);
    expect(uses).toBe(2);
    expect(await read('premises.days-saved', '2026-03-01', '2026-03-31')).toBe('3');
    expect(await read('premises.units-filed', '2026-01-01', '2026-02-28')).toBe('0');
  });
});
