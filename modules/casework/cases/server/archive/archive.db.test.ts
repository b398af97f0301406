import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ZipArchive } from '#kernel/documents/sheets/zip-archive.ts';

import { routes } from '../../contract.ts';
import { type Cases, startCases } from '../fixture.ts';

const LIMITS = { unzippedBytes: 10_000_000, entries: 100 };

describe('the dossier of a case', () => {
  let cases: Cases;
  let id: string;
  let archived: string;
  beforeAll(async () => {
    cases = await startCases();
    cases.setTime('2026-03-03T09:00');
    const { act, first, second, approver, clerk } = cases;
    const matterId = await cases.matter();
    const open = async () =>
      (
        await cases.receive(matterId, await cases.party(), {
          accept: { mode: 'complete', promised: false },
        })
      ).body;
    ({ id } = await open());
    const going = await open();
    archived = going.id;
    let { version } = going;
    const step = async (by: typeof first, route: Parameters<typeof act>[1], more: object) => {
      ({ version } = await act(by, route, archived, { version, ...more }));
    };
    await step(first, routes.examineCase, { passes: true, opinion: '材料齐全' });
    await step(second, routes.examineCase, { passes: true, opinion: '同意' });
    await step(approver, routes.approveCase, { content: '准予许可' });
    await step(first, routes.issueResult, {});
    const fileId = await cases.upload(clerk, 'cases.signature');
    const signed = { way: 'window', recipient: '张小明', signatureFileId: fileId };
    await step(clerk, routes.deliverResult, signed);
    await step(first, routes.archiveCase, {});
  });
  afterAll(() => cases.app.close());

  const dossierOf = (caseId: string, by = cases.first) =>
    cases.app.send(by, routes.getDossier, { params: { id: caseId } });

  test('is there once the case is archived, and not before', async () => {
    expect((await dossierOf(id)).problem).toBe('cases/not-archived');
    const { body } = await dossierOf(archived);
    expect(body.isIntact).toBe(true);
    expect(body.retention).toEqual({ years: 30, until: '2056-12-31' });
    expect(body.items.map(({ no }) => no)).toEqual(body.items.map((_, index) => index + 1));
    expect([...new Set(body.items.map(({ group }) => group))]).toEqual([
      'application',
      'papers',
      'documents',
      'signatures',
      'process',
    ]);
    expect(body.items.find(({ name }) => name.zh === '准予许可决定书')?.number).not.toBe('');
    // Who collected the result signed for it; the picture is in the list with its own digest.
    expect(body.items.filter(({ group }) => group === 'signatures')).toMatchObject([
      { name: { zh: '手写签名' }, on: '2026-03-03', fileId: expect.any(String) },
    ]);
  });

  test('says which of its items is not what was archived', async () => {
    const { database } = cases.app.foundation;
    const change = (state: string) =>
      database.pool.query(
        `UPDATE cases.case_paper SET originals = originals + $2 WHERE case_id = $1 AND position = 0`,
        [archived, state === 'changed' ? 1 : -1],
      );
    await change('changed');
    const { body } = await dossierOf(archived);
    expect(body.isIntact).toBe(false);
    expect(body.differing).toHaveLength(1);
    await change('back');
    expect((await dossierOf(archived)).body.isIntact).toBe(true);
  });

  test('is taken along as one archive, and who took it is written down', async () => {
    const answer = await cases.app.app.http.inject({
      url: routes.downloadDossier.path.replace(':id', archived),
      headers: { 'x-test-actor': cases.first.id },
    });
    expect(answer.statusCode).toBe(200);
    const archive = ZipArchive.open(answer.rawPayload, LIMITS);
    const { body } = await dossierOf(archived);
    expect(archive.has('00 卷内目录.html')).toBe(true);
    const approval = body.items.find(({ name }) => name.zh === '准予许可决定书');
    const pieces: Buffer[] = [];
    for await (const piece of archive.read(`0${approval?.no} 准予许可决定书.pdf`))
      pieces.push(piece);
    expect(Buffer.concat(pieces).subarray(0, 5).toString()).toBe('%PDF-');
    const signature = body.items.find(({ group }) => group === 'signatures');
    const no = String(signature?.no).padStart(2, '0');
    expect(archive.has(`${no} 手写签名 a.png`)).toBe(true);
    const { rows } = await cases.app.foundation.database.pool.query(
      `SELECT FROM kernel.audit_entry WHERE act = 'cases.archive' AND subject_id = $1`,
      [archived],
    );
    expect(rows).toHaveLength(1);
  });

  test('is refused to a clerk without the archive', async () => {
    const { clerk } = cases;
    const sent = await cases.app.send(clerk, routes.downloadDossier, { params: { id: archived } });
    expect(sent.status).toBe(403);
  });
});
