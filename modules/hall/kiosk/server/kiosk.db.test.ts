import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { routes as files } from '#kernel/files/contract.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { permissions as register, routes as devices } from '#modules/registry/devices/contract.ts';
import { permissions as organisation } from '#modules/registry/organisation/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';
import { createPlaces } from '#test/support/organisation.ts';

import { DEFAULT_SETTINGS, type KioskSettings, permissions, PERMITS, routes } from '../contract.ts';

const CARD = { way: 'id-card', name: '李小平', identityNo: '310117198507150027' } as const;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a visit at a kiosk', () => {
  let here: { readonly app: TestApp };
  let kiosk: Actor;
  let machine: Actor;

  beforeAll(async () => {
    here = { app: await startTestApp() };
    const manager = staffWith([
      register.view.name,
      register.manage.name,
      register.operate.name,
      organisation.view.name,
      organisation.manage.name,
    ]);
    const importer = here.app.app.running.importers.find(
      ({ name }) => name === 'devices.device-kinds',
    );
    if (!importer) throw new Error('There is no importer of kinds');
    const kinds = ['self-service-kiosk', 'ticket-machine'].map((code, index) => ({
      rowNumber: index + 2,
      cells: {
        code,
        nameZh: code,
        nameEn: code,
        group: 'hall',
        assetPrefix: `K${index}`,
        networked: 'true',
        surface: code === 'ticket-machine' ? 'ticket-machine' : 'kiosk',
        contract: 'platform',
        order: String(index + 1),
      },
    }));
    await runImport(here.app.foundation, manager, importer, 'kinds.csv', kinds);
    const { siteId } = await createPlaces(here.app, manager);
    const enrol = async (kindCode: string): Promise<Actor> => {
      const { body } = await here.app.send(manager, devices.createDevice, {
        body: {
          assetNo: `T-${kindCode.slice(0, 4)}`,
          kindCode,
          brand: '演示',
          model: 'K-1',
          serialNo: '',
          siteId,
          zoneId: null,
          windowId: null,
          status: 'in-service',
          commissionedOn: null,
          warrantyUntil: null,
          ipAddress: '',
          macAddress: '',
        },
      });
      await here.app.send(manager, devices.openEnrolment, { params: { id: body.id } });
      const { rows } = await here.app.database.pool.query<{ account_id: string }>(
        'SELECT account_id FROM devices.device WHERE device_id = $1',
        [body.id],
      );
      return staffWith(
        [permissions.serve.name],
        { level: 'own' },
        { kind: 'device', id: rows[0]?.account_id ?? '', name: kindCode },
      );
    };
    kiosk = await enrol('self-service-kiosk');
    machine = await enrol('ticket-machine');
  });
  afterAll(() => here.app.close());

  /** The visitor whose visit is open, as the front door knows them. */
  async function visitor(): Promise<Actor> {
    const { rows } = await here.app.database.pool.query<{
      account_id: string;
      session_id: string;
      subject: string;
    }>(
      `SELECT v.account_id, v.session_id, a.subject FROM kiosk.visit v
       JOIN kernel.account a ON a.centre_id = v.centre_id AND a.account_id = v.account_id
       WHERE v.centre_id = $1 AND v.ended_at IS NULL`,
      [TEST_CENTRE],
    );
    const [row] = rows;
    return staffWith(
      [...PERMITS],
      { level: 'own' },
      {
        kind: 'citizen',
        id: row?.account_id ?? '',
        name: '李*平',
        subject: row?.subject ?? '',
        sessionId: row?.session_id ?? '',
        atDevice: kiosk.id,
      },
    );
  }
  const open = () => here.app.send(kiosk, routes.openVisit, { body: CARD });
  const end = () => here.app.send(kiosk, routes.endVisit, { body: { why: 'idle' } });

  async function send(token: string, nonce: string, name = '营业执照.png') {
    const form = new FormData();
    form.append('token', token);
    form.append('nonce', nonce);
    form.append('file', new Blob([PNG], { type: 'image/png' }), name);
    const request = new Request('http://x', { method: 'POST', body: form });
    const response = await here.app.app.http.inject({
      method: 'POST',
      url: routes.sendFiles.path,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
  }
  const tokenOf = (path: string) => path.split('#')[1] ?? '';
  const PHONE = 'p'.repeat(24);

  test('is opened by a kiosk in service and by nothing else, and not with a wrong number', async () => {
    expect((await here.app.send(machine, routes.openVisit, { body: CARD })).problem).toBe(
      'kiosk/not-a-kiosk',
    );
    expect(
      (
        await here.app.send(kiosk, routes.openVisit, {
          body: { ...CARD, identityNo: '310117198507150022' },
        })
      ).problem,
    ).toBe('kiosk/card-wrong');
    const { body } = await open();
    expect(body.name).not.toContain('小平');
    const { rows } = await here.app.database.pool.query(
      'SELECT i::text FROM kernel.account_identity i UNION ALL SELECT o.payload::text FROM kernel.outbox o',
    );
    expect(JSON.stringify(rows)).not.toContain(CARD.identityNo);
  });

  test('lets one phone send papers, shows them at the kiosk, and refuses another phone', async () => {
    await open();
    const who = await visitor();
    const link = await here.app.send(who, routes.openLink, { body: { label: '营业执照' } });
    const token = tokenOf(link.body.path);
    const join = (nonce: string) =>
      here.app.send(undefined, routes.joinLink, { body: { token, nonce } });
    const joined = await join(PHONE);
    expect(joined.body).toMatchObject({ label: '营业执照', matchCode: link.body.matchCode });
    expect((await join('q'.repeat(24))).problem).toBe('kiosk/link-taken');
    expect((await send(token, 'q'.repeat(24))).body['code']).toBe('kiosk/link-taken');
    expect((await send(token, PHONE)).body).toEqual({ sentFiles: 1 });
    const seen = await here.app.send(who, routes.getLink, { params: { id: link.body.id } });
    expect(seen.body).toMatchObject({ state: 'joined', files: [{ name: '营业执照.png' }] });
    await here.app.send(who, routes.closeLink, { params: { id: link.body.id } });
    expect((await send(token, PHONE)).body['code']).toBe('kiosk/link-gone');
    const { rows } = await here.app.database.pool.query('SELECT l::text FROM kiosk.upload_link l');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('opens no link for somebody who is not at a kiosk', async () => {
    const { atDevice: _, ...elsewhere } = await visitor();
    const answer = await here.app.send(elsewhere, routes.openLink, { body: { label: '材料' } });
    expect(answer.problem).toBe('kiosk/no-visit');
  });

  test('is wiped whole: the session, the link and what was sent over it', async () => {
    await open();
    const who = await visitor();
    const link = await here.app.send(who, routes.openLink, { body: { label: '身份证明' } });
    const token = tokenOf(link.body.path);
    await here.app.send(undefined, routes.joinLink, { body: { token, nonce: PHONE } });
    await send(token, PHONE);
    const seen = await here.app.send(who, routes.getLink, { params: { id: link.body.id } });
    const fileId = seen.body.files[0]?.id ?? '';
    expect((await end()).body).toEqual({ visits: 1, files: 1 });
    expect((await end()).body).toEqual({ visits: 0, files: 0 });
    const { rows } = await here.app.database.pool.query(
      'SELECT count(*)::int AS n FROM kernel.session WHERE device_account_id = $1',
      [kiosk.id],
    );
    expect(rows).toEqual([{ n: 0 }]);
    expect((await send(token, PHONE)).body['code']).toBe('kiosk/link-gone');
    await open();
    const again = await visitor();
    const file = await here.app.send(again, files.getFile, { params: { id: fileId } });
    expect(file.status === 404 || file.body.state === 'destroyed').toBe(true);
  });

  test('lasts as long as the centre says, which only its keepers change, each over what they saw', async () => {
    const keeper = staffWith([permissions.manage.name]);
    const before = await here.app.send(keeper, routes.getSettings);
    expect(before.body).toEqual(DEFAULT_SETTINGS);
    const change = (actor: Actor, more: Partial<KioskSettings>) =>
      here.app.send(actor, routes.changeSettings, { body: { ...before.body, ...more } });
    const longer = { visitIdleMinutes: 20, visitMinutes: 90, linkMinutes: 3, idleSeconds: 90 };
    expect((await change(kiosk, longer)).problem).toBe('access/forbidden');
    // With its warning and in the elder mode a kiosk must be done before the server gives the visit up.
    expect((await change(keeper, { idleSeconds: 600 })).status).toBe(400);
    expect((await change(keeper, longer)).body).toMatchObject({ ...longer, version: 1 });
    expect((await change(keeper, {})).problem).toBe('request/stale-version');

    expect((await here.app.send(kiosk, routes.getOwnTimes)).body).toMatchObject(longer);
    expect((await here.app.send(machine, routes.getOwnTimes)).problem).toBe('kiosk/not-a-kiosk');
    const now = here.app.clock.now().getTime();
    const { body } = await open();
    expect(Date.parse(body.endsAt) - now).toBe(90 * 60_000);
    const link = await here.app.send(await visitor(), routes.openLink, { body: { label: '材料' } });
    expect(Date.parse(link.body.expiresAt) - now).toBe(3 * 60_000);
  });

  test('is not ended by an answer that was meant for the one before', async () => {
    const { visitId } = (await open()).body;
    await open();
    const late = { why: 'visitor', visitId } as const;
    const answer = await here.app.send(kiosk, routes.endVisit, { body: late });
    expect(answer.body).toEqual({ visits: 0, files: 0 });
    expect((await end()).body).toEqual({ visits: 1, files: 0 });
  });

  test('that its kiosk left behind is wiped by the job', async () => {
    await open();
    await here.app.database.pool.query("UPDATE kiosk.visit SET ends_at = '2000-01-01'");
    const job = here.app.app.running.jobs.find(({ name }) => name === 'kiosk.sweep-visits');
    if (job?.run.mode !== 'outside') throw new Error('There is no such job');
    await job.run.handle(
      {},
      {
        actor: { ...kiosk, kind: 'system' },
        attempt: 1,
        dueAt: here.app.clock.now(),
        signal: new AbortController().signal,
      },
    );
    expect((await end()).body).toEqual({ visits: 0, files: 0 });
  });
});
