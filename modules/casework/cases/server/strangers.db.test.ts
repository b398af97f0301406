import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { sampleInput } from '#test/support/sample-input.ts';

import { permissions, routes } from '../contract.ts';
import { ALL_PAPERS, type Cases, startCases } from './fixture.ts';

const SECRETS = ['清风茶馆', '张小明', '13800138000'];
const all: readonly RouteContract[] = Object.values(routes);
const byId = all.filter(({ path, admission }) => path.includes('/:id') && admission !== 'public');
const ofStaff = byId.filter(({ path }) => path.startsWith('/api/v1/cases/'));
const ofApplicants = byId.filter(({ path }) => path.startsWith('/api/v1/own/cases/'));

/** Whoever may do everything, but in another department, at another site and another window. */
const elsewhere = (): Actor => ({
  ...staffWith([]),
  grants: Object.values(permissions).flatMap(({ name }) =>
    (['department', 'site', 'window'] as const).map((level) => ({
      permission: name,
      scope: { level, id: newId() },
    })),
  ),
});

describe('people of another department', () => {
  let world: Cases;
  let caseId = '';
  let caseNo = '';
  let documentId = '';
  let draftId = '';
  let stranger: Actor;
  let otherCitizen: Actor;
  beforeAll(async () => {
    world = await startCases();
    const matterId = await world.matter();
    const partyId = await world.party();
    const made = await world.accepted(matterId, partyId);
    ({ id: caseId, caseNo } = made);
    const documents = await world.app.send(world.clerk, routes.listDocuments, {
      params: { id: caseId },
    });
    documentId = documents.body.items[0]?.id ?? '';
    const draft = await world.app.send(world.citizen(partyId), routes.saveDraft, {
      body: { matterId, itemKey: 'new', form: { 'place-name': '清风茶馆' }, papers: [] },
    });
    draftId = draft.body.id;
    stranger = elsewhere();
    otherCitizen = world.citizen(await world.party('李小红'));
  });
  afterAll(() => world.app.close());

  const sendTo = (actor: Actor, contract: RouteContract) =>
    world.app.send(actor, contract, {
      params: { id: contract.path.includes('/drafts/') ? draftId : caseId, documentId },
      ...(contract.body === undefined ? {} : { body: sampleInput(contract.body) }),
    });

  test('there is no route by id beside those of staff and those of applicants', () => {
    expect(byId.length).toBeGreaterThan(50);
    expect(ofStaff.length + ofApplicants.length).toBe(byId.length);
    expect([documentId, draftId]).not.toContain('');
  });

  test.each(ofStaff.map((contract) => [contract.name, contract] as const))(
    '%s is refused and says nothing of the case',
    async (_name, contract) => {
      const { status, text } = await sendTo(stranger, contract);
      expect([403, 404]).toContain(status);
      for (const secret of [...SECRETS, caseNo]) expect(text).not.toContain(secret);
    },
  );

  test.each(ofApplicants.map((contract) => [contract.name, contract] as const))(
    '%s of somebody else is not found',
    async (_name, contract) => {
      const { status, text } = await sendTo(otherCitizen, contract);
      expect([403, 404]).toContain(status);
      for (const secret of [...SECRETS, caseNo]) expect(text).not.toContain(secret);
      expect([403, 404]).toContain((await sendTo(stranger, contract)).status);
    },
  );

  test('what is walked is open to whoever may everywhere', async () => {
    const everywhere = staffWith(Object.values(permissions).map(({ name }) => name));
    const reading = ofStaff.filter(({ method }) => method === 'GET');
    const statuses = await Promise.all(
      reading.map(async (contract) => [contract.name, (await sendTo(everywhere, contract)).status]),
    );
    // There is no dossier before the case is closed, and they are told so.
    const refused = statuses.filter(([, status]) => status !== 200);
    expect(refused).toEqual([
      [routes.getDossier.name, 409],
      [routes.downloadDossier.name, 409],
    ]);
  });

  test('lists, counts and exports know nothing of it, and no act of a batch touches it', async () => {
    const list = await world.app.send(stranger, routes.listCases, { query: { list: 'all' } });
    expect(list.body.items).toEqual([]);
    const counts = await world.app.send(stranger, routes.countCases);
    expect(counts.body.byState).toEqual([]);
    const sheet = await world.app.send(stranger, routes.exportCases, {});
    expect(sheet.text).not.toContain(caseNo);
    const batch = await world.app.send(stranger, routes.actOnMany, {
      body: { cases: [{ id: caseId, version: 2 }], act: { name: 'take' } },
    });
    expect(batch.body.items).toMatchObject([
      { id: caseId, done: false, problem: { code: 'access/forbidden' } },
    ]);
    const before = await world.app.send(world.clerk, routes.getCase, { params: { id: caseId } });
    expect(before.body.version).toBe(2);
    const steps = await world.app.send(world.clerk, routes.listHistory, {
      params: { id: caseId },
    });
    expect(steps.body.items).toHaveLength(2);
  });

  test('a paper of the case is not read by its file either', async () => {
    const fileId = await world.upload(world.clerk, 'cases.paper');
    const matterId = await world.matter();
    const { status } = await world.receive(matterId, await world.party('王小刚'), {
      papers: ALL_PAPERS.map((paper, index) =>
        index === 0 ? { ...paper, fileIds: [fileId] } : paper,
      ),
    });
    expect(status).toBe(201);
    const read = (actor: Actor) =>
      world.app.app.http.inject({
        method: 'GET',
        url: `/api/v1/files/${fileId}/content`,
        headers: { 'x-test-actor': actor.id },
      });
    await world.app.send(world.clerk, routes.countCases);
    expect((await read(world.clerk)).statusCode).toBe(200);
    expect([403, 404]).toContain((await read(stranger)).statusCode);
    expect([403, 404]).toContain((await read(otherCitizen)).statusCode);
  });
});
