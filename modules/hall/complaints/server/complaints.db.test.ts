import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor, Scope } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import { createCalendarApi } from '#kernel/calendar/calendar-api.ts';
import { fixedClock } from '#kernel/clock/clock.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { noRepeat } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { commonProblems, type ProblemKind } from '#kernel/problems/contract.ts';
import { isProblem } from '#kernel/problems/problem-error.ts';
import { events as ratingEvents } from '#modules/hall/evaluation/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';

import { ActInput, permissions, problems, PublicInput, StaffInput } from '../contract.ts';
import { assess } from './assessment/feeds.ts';
import { appealScore, decideAppeal, keepScore } from './assessment/keep-score.ts';
import { listScores, showMonth } from './assessment/look-at-scores.ts';
import { act } from './complaints/act.ts';
import { followComplaint, getComplaint, listComplaints, revealPerson } from './complaints/look.ts';
import { makeComplaint, registerComplaint } from './complaints/take-up.ts';
import type { ComplaintsDeps } from './deps.ts';

const TAX = newId();
const WATER = newId();
const CLERK = newId();
const named = (id: string, name: string) => ({ id, nameZh: name, nameEn: name });
const byId = (...all: Array<ReturnType<typeof named>>) => ({
  byId: new Map(all.map((one) => [one.id, one])),
});

const DECISION = { stands: false, reason: '复核后撤销' };

const whyRefused = (attempt: Promise<unknown>, kind: ProblemKind) =>
  attempt.then(
    () => 'done',
    (error: unknown) => isProblem(error, kind) || error,
  );

describe('complaints', () => {
  let database: TestDatabase;
  let deps: ComplaintsDeps;
  const clock = fixedClock('2026-01-20T02:00:00Z');
  const people = new Map<string, { id: string; departmentId: string | null }>();
  beforeAll(async () => {
    database = await openTestDatabase();
    const keys = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => 5 + at * (at + 7)));
    const clerk = { ...named(CLERK, '王窗口'), employeeNo: 'T1', departmentId: TAX };
    deps = {
      database,
      clock,
      cipher: createFieldCipher(
        parseKeyRing(`v1:${keys.toString('base64')}`, { production: false }),
      ),
      calendar: createCalendarApi(),
      organisation: {
        loadDirectory: async () =>
          ({
            departments: byId(named(TAX, '税务局'), named(WATER, '水务局')),
            windows: byId(),
          }) as never,
      },
      staff: {
        findPerson: async (_db, _centre, id) => (id === CLERK ? (clerk as never) : undefined),
        findPersonOfAccount: async (_db, _centre, id) => people.get(id) as never,
        listStaffRefs: async (_db, _centre, ids) => (ids.includes(CLERK) ? [clerk] : []) as never,
      },
      cases: { findCase: async () => undefined, findCaseByNo: async () => undefined },
      files: { attach: async () => undefined },
    };
  });
  beforeEach(() => clock.set('2026-01-20T02:00:00Z'));
  afterAll(() => database.drop());

  const somebody = (
    names: ReadonlyArray<keyof typeof permissions>,
    scope?: Scope,
    person: { readonly id?: string; readonly departmentId?: string } = {},
  ): Actor => {
    const actor = staffWith(
      names.map((name) => permissions[name].name),
      scope,
    );
    people.set(actor.id, { id: person.id ?? newId(), departmentId: person.departmentId ?? null });
    return actor;
  };
  const inTax = { level: 'department', id: TAX } as const;
  const unit = () => somebody(['view', 'handle', 'reveal'], inTax, { departmentId: TAX });
  const office = () => somebody(['view', 'register', 'supervise']);
  const refused = async (attempt: Promise<unknown>, kind: ProblemKind) =>
    expect(await whyRefused(attempt, kind)).toBe(true);

  const slip = (more: object = {}) =>
    StaffInput.parse({
      kind: 'hotline',
      wish: 'complain',
      title: '窗口态度差',
      content: '一月二十日在窗口办理时态度生硬',
      name: '李明',
      mobile: '13900139000',
      personId: CLERK,
      ...more,
    });
  const take = (more: object = {}) => registerComplaint(deps, office(), slip(more), noRepeat);
  const step = async (actor: Actor, id: string, name: string, more: object = {}) => {
    const { rows } = await database.pool.query<{ version: number }>(
      'SELECT version FROM complaints.complaint WHERE complaint_id = $1',
      [id],
    );
    const input = ActInput.parse({ version: rows[0]?.version ?? 0, act: name, ...more });
    return act(deps, actor, id, input, noRepeat);
  };

  test('are taken up by who may, seen by their unit, and by nobody else', async () => {
    await refused(registerComplaint(deps, unit(), slip(), noRepeat), commonProblems.forbidden);
    const made = await take({ departmentId: TAX });
    expect(made).toMatchObject({ state: 'received', person: '李*', handleDueOn: '2026-01-27' });
    const water = somebody(['view'], { level: 'department', id: WATER });
    await refused(getComplaint(deps, water, made.id), commonProblems.notFound);
    const list = await listComplaints(deps, unit(), { list: 'open', limit: 50 });
    expect(list.items.map(({ id }) => id)).toContain(made.id);
  });

  test('from outside get a number and a code, and nothing without both', async () => {
    const visitor = anonymousActor(TEST_CENTRE);
    const input = PublicInput.parse({
      kind: 'letter',
      wish: 'consult',
      title: '咨询办理材料',
      content: '请问开办餐饮店需要哪些材料',
    });
    const made = await makeComplaint(deps, visitor, input, noRepeat);
    expect(made.dueOn).toBe('2026-02-03');
    const found = await followComplaint(deps, visitor, { number: made.number, code: made.code });
    expect(found).toMatchObject({ state: 'received', reply: '' });
    await refused(
      followComplaint(deps, visitor, { number: made.number, code: 'AAAAAAAA' }),
      commonProblems.notFound,
    );
  });

  test('go from the unit over contact and answer to review, call-back and the end', async () => {
    const { id } = await take();
    const [head, boss] = [unit(), office()];
    await refused(step(head, id, 'accept'), commonProblems.forbidden);
    await step(boss, id, 'assign', { departmentId: TAX, assistingIds: [WATER] });
    await step(head, id, 'accept');
    await refused(
      step(head, id, 'reply', { reply: '已经处理完毕了', result: 'solved' }),
      problems.notLawful,
    );
    await step(head, id, 'contact', { note: '已电话联系' });
    const water = somebody(
      ['view', 'handle'],
      { level: 'department', id: WATER },
      { departmentId: WATER },
    );
    await step(water, id, 'assist', { note: '协办意见' });
    await refused(
      step(water, id, 'reply', { reply: '越权答复不行', result: 'solved' }),
      commonProblems.forbidden,
    );
    await step(head, id, 'reply', { reply: '已核实并向您致歉', result: 'solved', isProven: true });
    await refused(step(head, id, 'review'), commonProblems.forbidden);
    await step(boss, id, 'review');
    await step(boss, id, 'call-back', { satisfaction: 'content' });
    const closed = await step(boss, id, 'close');
    expect(closed).toMatchObject({ state: 'closed', mayDo: [] });
    expect(closed.steps).toHaveLength(9);
  });

  test('are never handled nor seen through by whom they are about', async () => {
    const { id } = await take({ departmentId: TAX });
    const clerk = somebody(['view', 'handle', 'reveal'], inTax, { id: CLERK, departmentId: TAX });
    await refused(step(clerk, id, 'accept'), problems.targetPerson);
    await refused(revealPerson(deps, clerk, id), problems.targetPerson);
    expect(await revealPerson(deps, unit(), id)).toEqual({ name: '李明', mobile: '13900139000' });
  });

  test('that are returned wrongly are handled by decision, and cannot be returned again', async () => {
    const { id } = await take({ departmentId: TAX });
    await step(unit(), id, 'request-return', { note: '非本单位职责' });
    const forced = await step(office(), id, 'refuse-return', { note: '属于你单位职责' });
    expect(forced).toMatchObject({ state: 'accepted', wasForced: true });
    await refused(step(unit(), id, 'request-return', { note: '再退' }), problems.notLawful);
  });

  describe('in the assessment', () => {
    const hear = async (kind: typeof ratingEvents.badConfirmed, id: string, more: object = {}) => {
      const listener = assess(deps);
      await database.transaction((tx) =>
        listener.handle(tx, {
          eventId: newId(),
          centreId: TEST_CENTRE,
          name: kind.name,
          version: 1,
          subject: { kind: 'evaluation.evaluation', id },
          actor: { kind: 'system', id: 'test' },
          at: clock.now(),
          payload: {
            serviceId: newId(),
            windowId: null,
            departmentId: TAX,
            personId: CLERK,
            caseId: null,
            evaluationId: id,
            act: 'verify',
            state: 'rectifying',
            version: 1,
            ...more,
          },
        }),
      );
    };
    const month = { month: '2026-01', target: 'person' } as const;
    const totalOf = async () =>
      (await showMonth(deps, somebody(['viewScores']), month)).lines.find(
        ({ targetId }) => targetId === CLERK,
      )?.total;

    test('a confirmed bad rating scores once, however often it is heard, and not any more when excluded', async () => {
      const id = newId();
      await hear(ratingEvents.badConfirmed, id);
      await hear(ratingEvents.badConfirmed, id);
      expect(await totalOf()).toBe(95);
      await hear(ratingEvents.badExcluded, id, { ground: 'malicious' });
      expect(await totalOf()).toBeUndefined();
    });

    test('a score needs who may, an item in force and its evidence', async () => {
      const input = {
        item: 'quarrel',
        on: '2026-01-20',
        personId: CLERK,
        windowId: null,
        departmentId: null,
        evidence: '',
      };
      await refused(keepScore(deps, unit(), input, noRepeat), commonProblems.forbidden);
      const keeper = somebody(['assess', 'viewScores', 'judge']);
      await refused(keepScore(deps, keeper, input, noRepeat), problems.evidenceMissing);
      const unknown = keepScore(deps, keeper, { ...input, item: 'none' }, noRepeat);
      expect(await whyRefused(unknown, problems.unknownItem)).toBe(true);
    });

    test('an appeal that is won leaves the month, decided by another than who kept the score', async () => {
      const keeper = somebody(['assess', 'judge', 'viewScores']);
      const input = {
        item: 'quarrel',
        on: '2026-01-20',
        personId: CLERK,
        windowId: null,
        departmentId: null,
        evidence: '监控录像',
      };
      const { id } = await keepScore(deps, keeper, input, noRepeat);
      expect(await totalOf()).toBe(97);
      const clerk = somebody(['appeal', 'viewScores'], { level: 'own' }, { id: CLERK });
      const other = somebody(['appeal', 'viewScores'], { level: 'own' });
      expect((await listScores(deps, other, { limit: 10 })).items).toEqual([]);
      await refused(appealScore(deps, other, id, '与我无关', noRepeat), commonProblems.forbidden);
      clock.set('2026-01-24T02:00:00Z');
      await refused(appealScore(deps, clerk, id, '不符合事实', noRepeat), problems.appealTooLate);
      clock.set('2026-01-22T02:00:00Z');
      const early = decideAppeal(deps, somebody(['judge']), id, DECISION, noRepeat);
      await refused(early, problems.notAppealed);
      await appealScore(deps, clerk, id, '不符合事实', noRepeat);
      await refused(decideAppeal(deps, keeper, id, DECISION, noRepeat), problems.ownScore);
      await decideAppeal(deps, somebody(['judge']), id, DECISION, noRepeat);
      await refused(appealScore(deps, clerk, id, '再申诉', noRepeat), problems.notAppealed);
      expect(await totalOf()).toBeUndefined();
    });
  });

  test('are given to no unit that the centre does not have', async () => {
    const nowhere = { departmentId: newId() };
    expect(await whyRefused(take(nowhere), problems.unknownUnit)).toBe(true);
    const { id } = await take();
    const assigned = step(office(), id, 'assign', nowhere);
    expect(await whyRefused(assigned, problems.unknownUnit)).toBe(true);
  });

  test('leave no name or number in the clear', async () => {
    await take();
    const { rows } = await database.pool.query<{ whole: string }>(
      'SELECT c::text AS whole FROM complaints.complaint c',
    );
    expect(rows.some(({ whole }) => whole.includes('13900139000') || whole.includes('李明'))).toBe(
      false,
    );
  });
});
