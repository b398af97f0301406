import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { routes } from '../contract.ts';
import { type Cases, REMEDY, startCases } from './fixture.ts';

describe('a case from the window to the archive', () => {
  let cases: Cases;
  let matterId: string;
  beforeAll(async () => {
    cases = await startCases();
    matterId = await cases.matter();
  });
  afterAll(() => cases.app.close());

  test('is received and accepted in one call, numbered by matter, day and serial', async () => {
    cases.setTime('2026-03-02T09:00');
    const partyId = await cases.party();
    const first = await cases.receive(matterId, partyId, {
      accept: { mode: 'complete', promised: false },
    });
    expect(first.problem).toBeUndefined();
    expect(first.body).toMatchObject({
      state: 'accepted',
      version: 2,
      light: 'green',
      noticeDueOn: '2026-03-09',
      promisedDueOn: '2026-03-18',
    });
    expect(first.body.caseNo).toMatch(/^11310117MB0T00015N4000131\d{6}202603020001$/);
    expect(first.body.queryCode).toMatch(/^[2346789ACDEFGHJKMNPQRTWXY]{8}$/);
    const second = await cases.receive(matterId, partyId);
    expect(second.body.caseNo.slice(-4)).toBe('0002');
    expect(second.body.state).toBe('received');
  });

  test('goes through examination, decision, issue, delivery and archive', async () => {
    cases.setTime('2026-03-03T09:00');
    const { act, clerk, first, second, approver } = cases;
    const { body } = await cases.receive(matterId, await cases.party(), {
      accept: { mode: 'complete', promised: false },
    });
    const { id } = body;
    let { version } = body;
    const step = async (
      ...[by, route, more]: [typeof first, Parameters<typeof act>[1], object]
    ) => {
      ({ version } = await act(by, route, id, { version, ...more }));
    };
    await step(first, routes.takeCase, {});
    await step(first, routes.examineCase, { passes: true, opinion: '材料齐全' });
    await step(second, routes.examineCase, { passes: true, opinion: '同意' });
    await step(approver, routes.approveCase, { content: '准予许可' });
    await step(first, routes.issueResult, {});
    const fileId = await cases.upload(clerk, 'cases.signature');
    await step(clerk, routes.deliverResult, {
      way: 'window',
      recipient: '张小明',
      signatureFileId: fileId,
    });
    await step(first, routes.archiveCase, {});
    const { body: full } = await cases.app.send(first, routes.getCase, { params: { id } });
    expect(full).toMatchObject({
      state: 'archived',
      outcome: '0',
      decision: { approves: true, validFrom: '2026-03-03', validTo: '2030-03-02' },
      delivery: { way: 'window', recipient: '张小明' },
    });
    expect(full.dossierHash).toMatch(/^[0-9a-f]{64}$/);
    const { body: history } = await cases.app.send(first, routes.listHistory, { params: { id } });
    expect(history.items.map((entry) => entry.act)).toEqual([
      'receive-at-window',
      'accept',
      'take',
      'examine',
      'examine',
      'approve',
      'issue',
      'deliver',
      'archive',
    ]);
  });

  test('is denied with reason and remedy, and goes on to delivery', async () => {
    const { act, first, second, approver } = cases;
    const { body } = await cases.receive(matterId, await cases.party(), {
      accept: { mode: 'complete', promised: false },
    });
    const one = await act(first, routes.examineCase, body.id, {
      version: 2,
      passes: false,
      opinion: '不符合',
    });
    await act(second, routes.examineCase, body.id, {
      version: one.version,
      passes: false,
      opinion: '不符合',
    });
    const denied = await act(approver, routes.denyCase, body.id, {
      version: 4,
      reason: '场所不符合卫生要求',
      remedy: REMEDY,
    });
    expect(denied.state).toBe('denied');
    expect(denied.due).toMatchObject({ limit: 'issue' });
  });
});
