import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { drawPage } from '#kernel/documents/ocr/page-picture.fixture.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import { routes } from '../../contract.ts';

describe('print on a page', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  async function read(actor: Actor, content: Uint8Array) {
    // The front door knows an actor by name once they have sent something.
    await app.send(actor, routes.searchGuides, { query: {} });
    const form = new FormData();
    form.append('page', new Blob([new Uint8Array(content)], { type: 'image/png' }), 'page.png');
    const request = new Request('http://x', { method: 'POST', body: form });
    const response = await app.app.http.inject({
      method: 'POST',
      url: routes.readPage.path,
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        'x-test-actor': actor.id,
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
  }
  const citizen = staffWith([], { level: 'own' }, { kind: 'citizen' });

  test('is read for whoever applies, line by line', { timeout: 120_000 }, async () => {
    const { status, body } = await read(citizen, drawPage(['经营者名称：上海云间茶馆']));
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('上海云间茶馆');
  });

  test('that cannot be read is to be typed instead', { timeout: 120_000 }, async () => {
    const torn = drawPage(['一']).subarray(0, 60);
    const { status, body } = await read(citizen, torn);
    expect([status, body['code']]).toEqual([503, 'matters/reading-failed']);
  });

  test('is not read from what is no picture, nor for a device', async () => {
    expect((await read(citizen, Buffer.from('%PDF-1.7'))).body['code']).toBe(
      'matters/not-a-picture',
    );
    const device = staffWith([], { level: 'own' }, { kind: 'device' });
    expect((await read(device, drawPage(['一']))).body['code']).toBe('access/forbidden');
  });
});
