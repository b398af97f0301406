import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { permissions as registers } from '#modules/registry/organisation/contract.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { createPlaces } from '#test/support/organisation.ts';

import { Act, type Complaint, isLawful, permissions, routes, State } from '../contract.ts';

type Sent = Partial<Record<string, unknown>>;

describe('the course of a complaint, through the front door', () => {
  let app: TestApp;
  let departmentId: string;
  let office: Actor;
  let unit: Actor;
  beforeAll(async () => {
    app = await startTestApp();
    const organiser = staffWith([registers.view.name, registers.manage.name]);
    ({ departmentId } = await createPlaces(app, organiser));
    const named = (names: ReadonlyArray<keyof typeof permissions>) =>
      names.map((name) => permissions[name].name);
    office = staffWith(named(['view', 'register', 'supervise']));
    unit = staffWith(named(['view', 'handle']), { level: 'department', id: departmentId });
  });
  afterAll(() => app.close());

  const register = async (more: Sent = {}) => {
    const { body } = await app.send(office, routes.registerComplaint, {
      key: newId(),
      body: {
        kind: 'complaint',
        wish: 'complain',
        title: '窗口等候时间过长',
        content: '一月二十日上午等候超过一小时，无人说明原因',
        departmentId,
        ...more,
      },
    });
    return body;
  };
  const step = async (actor: Actor, one: Complaint, act: Act, more: Sent = {}) =>
    app.send(actor, routes.act, {
      params: { id: one.id },
      body: { version: one.version, act: act as Exclude<Act, 'register'>, ...more },
    });
  const seen = async (id: string, actor = office) =>
    (await app.send(actor, routes.getComplaint, { params: { id } })).body;

  /** What each act is sent with so that nothing is missing. */
  const whole: Readonly<Record<Act, Sent>> = {
    register: {},
    assign: {},
    accept: {},
    'request-return': { note: '不属于本单位职责' },
    'confirm-return': { note: '同意退回' },
    'refuse-return': { note: '职责清单载明由你单位承办' },
    contact: { note: '已电话联系，说明办理安排' },
    assist: { note: '当日排队系统检修属实' },
    reply: { reply: '已核实并增开窗口，向您致歉。', result: 'solved', isProven: true },
    review: {},
    'send-back': { note: '请补充整改措施' },
    'call-back': { satisfaction: 'content' },
    redo: { note: '当事人不满意，请重新办理' },
    close: {},
    extend: { note: '需会同信息部门核实', days: 3 },
  };
  const actorOf = (act: Act): Actor =>
    ['accept', 'request-return', 'contact', 'assist', 'reply'].includes(act) ? unit : office;

  /** Goes a way from the register, and gives the complaint at its end. */
  const go = async (...acts: Array<Act | readonly [Act, Sent]>): Promise<Complaint> => {
    let one = await register();
    for (const given of acts) {
      const [act, more] = typeof given === 'string' ? [given, {}] : given;
      const sent = { ...whole[act], ...(act === 'assign' ? { departmentId } : {}), ...more };
      const answer = await step(actorOf(act), one, act, sent);
      expect([act, answer.status, answer.problem]).toEqual([act, 200, undefined]);
      one = answer.body;
    }
    return one;
  };

  /** A way to each state. */
  const ways: Readonly<Record<State, () => Promise<Complaint>>> = {
    received: () => go(),
    'return-requested': () => go('request-return'),
    returned: () => go('request-return', 'confirm-return'),
    accepted: () => go('accept'),
    contacted: () => go('accept', 'contact'),
    replied: () => go('accept', 'contact', 'reply'),
    reviewed: () => go('accept', 'contact', 'reply', 'review'),
    'called-back': () => go('accept', 'contact', 'reply', 'review', 'call-back'),
    closed: () => go('accept', 'contact', 'reply', 'review', 'call-back', 'close'),
  };

  test('is not seen, taken up or moved by who may not', async () => {
    const nobody = nobodyInParticular();
    const one = await register();
    expect((await app.send(nobody, routes.listComplaints)).status).toBe(403);
    const hidden = await app.send(nobody, routes.getComplaint, { params: { id: one.id } });
    expect(hidden.status).toBe(403);
    const elsewhere = staffWith([permissions.view.name, permissions.handle.name], {
      level: 'department',
      id: newId(),
    });
    const foreign = await app.send(elsewhere, routes.getComplaint, { params: { id: one.id } });
    expect(foreign.status).toBe(404);
    expect((await step(elsewhere, one, 'accept')).status).toBe(403);
    expect((await step(unit, one, 'assign', { departmentId })).status).toBe(403);
  });

  test.for(State.options)('allows in %s what the table allows, and nothing else', async (state) => {
    const one = await ways[state]();
    expect(one.state).toBe(state);
    for (const act of Act.options) {
      if (act === 'register' || isLawful(act, state)) continue;
      const answer = await step(actorOf(act), one, act, {
        ...whole[act],
        ...(act === 'assign' ? { departmentId } : {}),
      });
      expect([act, answer.problem]).toEqual([act, 'complaints/not-lawful']);
    }
    const { mayDo, version } = await seen(one.id);
    expect(version).toBe(one.version);
    expect(mayDo.every((act) => isLawful(act, state))).toBe(true);
  });

  test('goes back to the unit, is extended once, is handled again once when nobody is content', async () => {
    const one = await go(
      ['request-return', {}],
      'refuse-return',
      'contact',
      'assist',
      'extend',
      'reply',
      'send-back',
      'reply',
      'review',
      ['call-back', { satisfaction: 'unhappy' }],
    );
    expect(one).toMatchObject({ wasForced: true, wasExtended: true });
    expect((await step(office, one, 'close')).problem).toBe('complaints/still-unhappy');
    const again = (await step(office, one, 'redo', whole.redo)).body;
    expect((await step(office, again, 'extend', whole.extend)).problem).toBe(
      'complaints/extended-once',
    );
    const replied = (await step(unit, again, 'reply', whole.reply)).body;
    const reviewed = (await step(office, replied, 'review')).body;
    const called = (await step(office, reviewed, 'call-back', { satisfaction: 'unhappy' })).body;
    expect((await step(office, called, 'redo', whole.redo)).problem).toBe('complaints/redone-once');
    const closed = (await step(office, called, 'close')).body;
    expect(closed.state).toBe('closed');
    expect(closed.steps.map(({ act }) => act).at(-1)).toBe('close');
  });

  test('says what an act lacks, and refuses over a version that was not seen', async () => {
    const one = await go('accept');
    expect((await step(unit, one, 'contact')).problem).toBe('complaints/missing');
    const stale = { ...one, version: one.version - 1 };
    expect((await step(unit, stale, 'contact', whole.contact)).status).toBe(409);
  });

  test('takes no file that is not evidence of whoever hands it in', async () => {
    const one = await go('accept');
    const answer = await step(unit, one, 'contact', { ...whole.contact, fileIds: [newId()] });
    expect(answer.status).toBe(404);
    expect((await seen(one.id)).state).toBe('accepted');
  });

  test('is followed by number and code, and its answer is told once it was approved', async () => {
    const made = await app.send(undefined, routes.makeComplaint, {
      key: newId(),
      body: { kind: 'stuck', wish: 'help', title: '办不成事', content: '三次补正仍未受理' },
    });
    expect(made.status).toBe(201);
    const { number, code } = made.body;
    const follow = async (given: string) =>
      app.send(undefined, routes.followComplaint, { body: { number, code: given } });
    expect((await follow('WRONG-CODE')).status).toBe(404);
    expect((await follow(code)).body).toMatchObject({ number, state: 'received', reply: '' });
  });
});
