import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { isProblem } from '#kernel/problems/problem-error.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { openTestDatabase, OTHER_CENTRE, type TestDatabase } from '#test/support/database.ts';

import { permissions, problems, routes } from '../contract.ts';
import { type Bench, DEPARTMENT, OTHER_DEPARTMENT, startBench } from './fixture.ts';

const reader = staffWith([permissions.view.name]);
const manager = staffWith([permissions.view.name, permissions.manage.name]);

describe('licences', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  beforeEach(() => bench.deps.clock.set('2026-01-20T02:00:00Z'));
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const get = async (id: string, actor = reader) =>
    (await bench.send(actor, routes.getLicence, { params: { id } })).body;
  const inTx = <T>(work: Parameters<typeof database.transaction<T>>[0]) =>
    database.transaction(work);
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) =>
        Object.values(problems).find((problem) => isProblem(error, problem))?.code ?? String(error),
    );
  const inCase = { caseId: newId(), caseNumber: 'BJ2' };

  describe('who may', () => {
    test('refuses the public and staff without the permission', async () => {
      const { licenceId: id } = await bench.issue();
      const by = async (actor?: typeof reader) =>
        (await bench.send(actor, routes.getLicence, { params: { id } })).problem;
      expect(await by()).toBe('access/not-signed-in');
      expect(await by(nobodyInParticular())).toBe('access/forbidden');
    });

    test('shows nothing to another centre', async () => {
      const { licenceId: id } = await bench.issue();
      const stranger = staffWith([permissions.view.name], undefined, { centreId: OTHER_CENTRE });
      const answer = await bench.send(stranger, routes.getLicence, { params: { id } });
      expect(answer.problem).toBe('request/not-found');
    });

    test('a department sees and manages what it issued, and nothing of another', async () => {
      const own = await bench.issue();
      const other = await bench.issue({
        authority: {
          name: { 'zh-CN': '水务局', en: 'Water' },
          creditCode: '11310117MB0T00015N',
          departmentId: OTHER_DEPARTMENT,
        },
      });
      const clerk = staffWith([permissions.view.name, permissions.manage.name], {
        level: 'department',
        id: DEPARTMENT,
      });
      expect((await get(own.licenceId, clerk)).acts).toEqual(['suspend', 'revoke', 'cancel']);
      const params = { id: other.licenceId };
      expect((await bench.send(clerk, routes.getLicence, { params })).problem).toBe(
        'request/not-found',
      );
      const body = { ground: 'rectification' as const, reason: '演示', version: 1 };
      expect((await bench.send(clerk, routes.suspend, { params, body })).problem).toBe(
        'access/forbidden',
      );
      const { body: list } = await bench.send(clerk, routes.listLicences, {});
      expect(list.items.every((item) => item.departmentId === DEPARTMENT)).toBe(true);
    });
  });

  test('are not searched by a single character', async () => {
    const search = (text: string) => bench.send(reader, routes.searchLicences, { body: { text } });
    expect((await search('张')).problem).toBe('licences/too-general');
    expect((await search('演示')).status).toBe(200);
  });

  describe('issuing', () => {
    test('numbers follow each other, and the identifier passes its check', async () => {
      const one = await bench.issue();
      const two = await bench.issue();
      const serial = (number: string) => Number(/(\d+)号/.exec(number)?.[1]);
      expect(serial(two.number)).toBe(serial(one.number) + 1);
      expect(one.identifier).toContain('.001.');
      expect(one.verifyUrl).toBe(`https://centre.example/verify/licence/${one.token}`);
      const licence = await get(one.licenceId);
      expect(licence.validUntil).toBe('2031-01-19');
      expect(licence.signature.isRight).toBe(true);
      expect(licence.history.map((entry) => entry.act)).toEqual(['issue']);
    });

    test('a decision that is rolled back leaves no licence and no gap', async () => {
      const before = await bench.issue();
      const failed = bench.issue({}, () => {
        throw new Error('the decision failed after all');
      });
      await expect(failed).rejects.toThrow('after all');
      const after = await bench.issue();
      const serial = (number: string) => Number(/(\d+)号/.exec(number)?.[1]);
      expect(serial(after.number)).toBe(serial(before.number) + 1);
    });

    test('passes over the numbers of licences that were taken over from before', async () => {
      const { number } = await bench.issue();
      const bearing = (more: number) =>
        number.replace(
          /(\d+)号/,
          (_all, digits: string) => `${String(Number(digits) + more).padStart(4, '0')}号`,
        );
      await bench.takeOver({ number: bearing(1), issuedOn: '2026-01-05' });
      await bench.takeOver({ number: bearing(2), issuedOn: '2026-01-06' });
      expect((await bench.issue()).number).toBe(bearing(3));
    });

    test('refuses unknown fields, missing ones, an external kind and a validity that ends before it begins', async () => {
      expect(await refusal(bench.issue({ content: { premises: '路', wrong: 'x' } }))).toBe(
        'licences/content-wrong',
      );
      expect(await refusal(bench.issue({ content: { secret: 'x' } }))).toBe(
        'licences/content-wrong',
      );
      expect(await refusal(bench.issue({ kind: 'resident-identity-card' }))).toBe(
        'licences/not-issued-here',
      );
      expect(await refusal(bench.issue({ kind: 'nothing' }))).toBe('licences/unknown-kind');
      expect(await refusal(bench.issue({ validUntil: '2026-01-19' }))).toBe(
        'licences/validity-wrong',
      );
    });
  });

  describe('changing', () => {
    test('gives a new version with the same number; the one before is superseded and points to it', async () => {
      const first = await bench.issue();
      const second = await inTx((tx) =>
        bench.api.change(tx, bench.system, {
          ...inCase,
          licenceId: first.licenceId,
          reason: '变更经营场所',
          content: { premises: '演示路2号' },
        }),
      );
      expect(second.number).toBe(first.number);
      expect(second.version).toBe(2);
      expect(second.identifier).toContain('.002.');
      const old = await get(first.licenceId);
      expect(old.state).toBe('superseded');
      expect(old.content[0]?.value.en).toBe('演示路1号');
      expect(old.editions.map((edition) => edition.edition)).toEqual([2, 1]);
      const renewed = await get(second.licenceId);
      expect(renewed.content.map((field) => field.value['zh-CN'])).toEqual([
        '演示路2号',
        '只有本人知道',
      ]);
      const { body } = await bench.send(undefined, routes.getPublicLicence, {
        params: { code: first.identifier },
      });
      expect(body.newer).toEqual({ token: second.token, edition: 2 });
      const again = inTx((tx) =>
        bench.api.replace(tx, bench.system, {
          ...inCase,
          licenceId: first.licenceId,
          reason: '遗失',
        }),
      );
      expect(await refusal(again)).toBe('licences/not-in-state');
    });

    test('ends with the version that the identifier can still count', async () => {
      const { licenceId } = await bench.issue();
      await database.pool.query('UPDATE licences.licence SET edition = 999 WHERE licence_id = $1', [
        licenceId,
      ]);
      const again = inTx((tx) =>
        bench.api.replace(tx, bench.system, { ...inCase, licenceId, reason: '遗失' }),
      );
      expect(await refusal(again)).toBe('licences/last-version');
    });

    test('of two changes at once one wins', async () => {
      const { licenceId } = await bench.issue();
      const change = () =>
        refusal(
          inTx((tx) =>
            bench.api.replace(tx, bench.system, { ...inCase, licenceId, reason: '遗失' }),
          ),
        );
      const outcomes = await Promise.all([change(), change()]);
      expect(outcomes.toSorted()).toEqual(['done', 'licences/not-in-state']);
    });

    test('renews in the last 30 days only, and loses no day', async () => {
      const { licenceId } = await bench.issue({ validUntil: '2026-03-10' });
      const renew = () => inTx((tx) => bench.api.renew(tx, bench.system, { ...inCase, licenceId }));
      expect(await refusal(renew())).toBe('licences/not-in-renewal');
      bench.deps.clock.set('2026-02-08T02:00:00Z');
      const next = await renew();
      expect((await get(next.licenceId)).validUntil).toBe('2031-03-10');
      const endless = await bench.issue({ kind: 'endless' });
      const work = inTx((tx) =>
        bench.api.renew(tx, bench.system, { ...inCase, licenceId: endless.licenceId }),
      );
      expect(await refusal(work)).toBe('licences/not-renewable');
    });
  });

  describe('suspending, revoking and cancelling', () => {
    const act = async (
      route: typeof routes.suspend,
      id: string,
      ground: 'rectification' | 'rectified' | 'fraud' | 'dissolved' | 'revoked-or-withdrawn',
      version: number,
    ) =>
      bench.send(manager, route, {
        params: { id },
        body: { ground, reason: '演示原因', version },
      });

    test('each step is in the history with its ground, and refused when it does not fit', async () => {
      const { licenceId: id, token } = await bench.issue();
      expect((await act(routes.suspend, id, 'rectification', 1)).body.state).toBe('suspended');
      expect((await act(routes.resume, id, 'rectified', 2)).body.state).toBe('valid');
      expect((await act(routes.revoke, id, 'dissolved', 3)).problem).toBe('licences/ground-wrong');
      expect((await act(routes.revoke, id, 'fraud', 1)).problem).toBe('request/stale-version');
      expect((await act(routes.revoke, id, 'fraud', 3)).body.state).toBe('revoked');
      expect((await act(routes.suspend, id, 'rectification', 4)).problem).toBe(
        'licences/not-in-state',
      );
      const { body } = await act(routes.cancel, id, 'revoked-or-withdrawn', 4);
      expect(body.history.map((entry) => `${entry.act} ${entry.ground ?? ''}`.trim())).toEqual([
        'cancel revoked-or-withdrawn',
        'revoke fraud',
        'resume rectified',
        'suspend rectification',
        'issue',
      ]);
      const seen = await bench.send(undefined, routes.getPublicLicence, {
        params: { code: token },
      });
      expect(seen.body.state).toBe('cancelled');
      expect(seen.body.changes.map((change) => change.act)).toContain('revoke');
      expect(seen.text).not.toContain('演示原因');
    });
  });

  describe('a composite licence', () => {
    test('shows only the member as invalid that lapsed, and follows one that was changed', async () => {
      const food = await bench.issue();
      const { holder } = await get(food.licenceId);
      const sameHolder = {
        partyId: holder.partyId,
        kind: 'organisation' as const,
        name: holder.name,
        identifier: null,
      };
      const sign = await bench.issue({ holder: sameHolder });
      const composite = await bench.issue({
        kind: 'composite',
        holder: sameHolder,
        content: {},
        members: [food.licenceId, sign.licenceId],
      });
      await inTx((tx) =>
        bench.api.act(tx, bench.system, {
          ...inCase,
          licenceId: food.licenceId,
          act: 'revoke',
          ground: 'fraud',
          reason: '演示',
        }),
      );
      await inTx((tx) =>
        bench.api.replace(tx, bench.system, {
          ...inCase,
          licenceId: sign.licenceId,
          reason: '损毁',
        }),
      );
      const view = await get(composite.licenceId);
      expect(view.state).toBe('valid');
      expect(view.members.map((member) => member.state)).toEqual(['revoked', 'valid']);
    });

    test('refuses members of another holder, invalid ones and none', async () => {
      const food = await bench.issue();
      const issue = (members: string[]) =>
        refusal(bench.issue({ kind: 'composite', content: {}, members }));
      expect(await issue([food.licenceId])).toBe('licences/members-wrong');
      expect(await issue([])).toBe('licences/members-wrong');
    });
  });
});
