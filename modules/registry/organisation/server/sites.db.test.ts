import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';

import { permissions, routes, type SiteInput } from '../contract.ts';

const manager = staffWith([permissions.view.name, permissions.manage.name]);

const aSite = (more: Partial<SiteInput> = {}): SiteInput => ({
  code: `S-${newId().slice(-8)}`,
  kind: 'town',
  nameZh: '方松街道社区事务受理服务中心',
  nameEn: 'Fangsong Subdistrict Service Centre',
  divisionCode: '310117003',
  address: '演示路1号',
  phone: '021-12345678',
  order: 3,
  ...more,
});

describe('sites', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const createSite = async (more: Partial<SiteInput> = {}) =>
    (await app.send(manager, routes.createSite, { body: aSite(more) })).body;

  test('refuses the public, and staff without the permission', async () => {
    expect((await app.send(undefined, routes.listSites)).problem).toBe('access/not-signed-in');
    expect((await app.send(nobodyInParticular(), routes.listSites)).problem).toBe(
      'access/forbidden',
    );
    const reader = staffWith([permissions.view.name]);
    expect((await app.send(reader, routes.createSite, { body: aSite() })).problem).toBe(
      'access/forbidden',
    );
  });

  test('refuses a manager of another site', async () => {
    const site = await createSite();
    const elsewhere = staffWith([permissions.manage.name], { level: 'site', id: newId() });
    const answer = await app.send(elsewhere, routes.changeSite, {
      params: { id: site.id },
      body: { ...aSite(), version: 1 },
    });
    expect(answer.problem).toBe('access/forbidden');
  });

  test('does not show a site to another centre', async () => {
    const site = await createSite();
    const stranger = staffWith(
      [permissions.view.name],
      { level: 'centre' },
      { centreId: OTHER_CENTRE },
    );
    expect((await app.send(stranger, routes.getSite, { params: { id: site.id } })).problem).toBe(
      'request/not-found',
    );
  });

  test('gives the same site to a repeat with the same key, and refuses the key for other content', async () => {
    const body = aSite();
    const key = newId();
    const first = await app.send(manager, routes.createSite, { body, key });
    const second = await app.send(manager, routes.createSite, { body, key });
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const other = await app.send(manager, routes.createSite, { body: aSite(), key });
    expect(other.problem).toBe('request/idempotency-key-reused');
  });

  test('refuses a code that is taken, naming it', async () => {
    const site = await createSite();
    const answer = await app.send(manager, routes.createSite, { body: aSite({ code: site.code }) });
    expect(answer.problem).toBe('organisation/code-taken');
    expect(answer.document['title']).toContain(site.code);
  });

  test('refuses a wrong division code and names the field in the reader’s language', async () => {
    const body = aSite({ divisionCode: '31011' });
    const zh = await app.send(manager, routes.createSite, { body });
    expect(zh.document['faults']).toEqual([
      { path: 'body.divisionCode', reason: '行政区划代码应为6、9或12位。' },
    ]);
    const en = await app.send(manager, routes.createSite, {
      body,
      headers: { 'accept-language': 'en' },
    });
    expect(JSON.stringify(en.document['faults'])).toContain('6, 9 or 12 digits');
  });

  test('refuses a change over a version that the editor has not seen', async () => {
    const site = await createSite();
    const change = (nameEn: string) =>
      app.send(manager, routes.changeSite, {
        params: { id: site.id },
        body: { ...aSite({ code: site.code, nameEn }), version: 1 },
      });
    expect((await change('First')).body.version).toBe(2);
    expect((await change('Second')).problem).toBe('request/stale-version');
  });

  test('closes a site with a reason, tells the public no more of it, and takes it back', async () => {
    const site = await createSite();
    const params = { id: site.id };
    const close = (closedOn: string, version: number) =>
      app.send(manager, routes.closeSite, {
        params,
        body: { closedOn, reason: '迁址', version },
      });
    expect((await close('2026-01-21', 1)).problem).toBe('organisation/closed-in-future');
    expect((await close('2026-01-20', 1)).body).toMatchObject({
      isOpenForService: false,
      closedReason: '迁址',
    });
    expect((await close('2026-01-20', 2)).problem).toBe('organisation/already-closed');
    const { body } = await app.send(undefined, routes.listPublicSites);
    expect(body.items.map(({ code }) => code)).not.toContain(site.code);
    const back = await app.send(manager, routes.reopenSite, { params, body: { version: 2 } });
    expect(back.body).toMatchObject({ isOpenForService: true, closedReason: '', version: 3 });
    const again = await app.send(manager, routes.reopenSite, { params, body: { version: 3 } });
    expect(again.problem).toBe('organisation/not-closed');
  });

  test('pages through sites without losing or repeating one', async () => {
    for (let order = 100; order < 107; order += 1)
      await createSite({ order, nameEn: `Paged ${order}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await app.send(manager, routes.listSites, {
        query: { search: 'Paged', limit: 3, cursor },
      });
      seen.push(...body.items.map((site) => site.nameEn));
      expect(body.total).toBe(7);
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([
      'Paged 100',
      'Paged 101',
      'Paged 102',
      'Paged 103',
      'Paged 104',
      'Paged 105',
      'Paged 106',
    ]);
  });

  test('writes the event and the audit entry with the change', async () => {
    const site = await createSite();
    const { rows } = await app.database.pool.query<{ name: string; body: string }>(
      `SELECT o.name, a.body FROM kernel.outbox o JOIN kernel.audit_entry a
         ON a.centre_id = o.centre_id AND a.subject_id = o.aggregate_id WHERE o.aggregate_id = $1`,
      [site.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.name).toBe('organisation.site-changed');
    expect(rows[0]?.body).toContain(site.code);
  });
});
