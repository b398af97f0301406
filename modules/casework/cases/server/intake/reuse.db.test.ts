import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { routes } from '../../contract.ts';
import { ALL_PAPERS, type Cases, startCases } from '../fixture.ts';
import { anItem, aPaper } from '../test-matter.ts';

const RULES = { zh: '安全生产管理制度', en: 'Safety rules' };

/** The papers of the test matter, with two more in place of `report`. */
const papersOf = (application: string) => [
  aPaper('application', { kind: 'form', isMain: true, name: { zh: application } }),
  ...anItem('').papers.filter(({ key }) => key === 'identity' || key === 'layout'),
  aPaper('rules', { name: RULES }),
];

const FORM = '道路货物运输经营申请表';

describe('a paper of an earlier case', () => {
  let cases: Cases;
  let partyId: string;
  let earlier: string;
  let fileId: string;
  beforeAll(async () => {
    cases = await startCases();
    cases.setTime('2026-03-02T09:00');
    partyId = await cases.party();
    fileId = await cases.upload(cases.clerk, 'cases.paper');
    const files = [fileId, await cases.upload(cases.clerk, 'cases.paper')];
    const matterId = await cases.matter({ papers: papersOf(FORM) });
    const { body, text } = await cases.receive(matterId, partyId, {
      papers: ['rules', 'application'].map((key, index) => ({
        key,
        state: 'accepted' as const,
        source: 'upload' as const,
        fileIds: files.slice(index, index + 1),
      })),
    });
    if (body === undefined) throw new Error(text);
    earlier = body.id;
  });
  afterAll(() => cases.app.close());

  /** What is offered for a paper of a matter. */
  async function offered(matterId: string, key: string, whose = partyId) {
    const { body } = await cases.app.send(cases.clerk, routes.previewIntake, {
      body: { matterId, itemKey: 'new', partyId: whose, answers: {}, form: {} },
    });
    return body.papers.find((paper) => paper.key === key)?.reusable.map(({ caseId }) => caseId);
  }

  const use = (matterId: string, key: string) =>
    cases.receive(matterId, partyId, {
      papers: [
        ...ALL_PAPERS.filter((paper) => paper.key === 'identity'),
        { key, state: 'accepted', source: 'earlier-case', fromCaseId: earlier },
      ],
    });

  test('stands for the same paper of another matter, with its files', async () => {
    const next = await cases.matter({ papers: papersOf('另一申请表') });
    expect(await offered(next, 'rules')).toEqual([earlier]);
    const { body } = await use(next, 'rules');
    const { body: file } = await cases.app.send(cases.first, routes.getCase, {
      params: { id: body.id },
    });
    expect(file.papers.find(({ key }) => key === 'rules')).toMatchObject({
      state: 'accepted',
      trust: 'B',
      fileIds: [fileId],
    });
    expect(await offered(next, 'rules', await cases.party())).toEqual([]);
  });

  test('stands for no other paper that goes by the same key', async () => {
    const clinic = [aPaper('rules', { name: { zh: '诊疗规范和院感制度' } })];
    const next = await cases.matter({ papers: [...papersOf('另一申请表').slice(0, 3), ...clinic] });
    expect(await offered(next, 'rules')).toEqual([]);
    expect((await use(next, 'rules')).problem).toBe('cases/paper-not-reusable');
  });

  test('is never the application, which each case makes anew', async () => {
    const again = await cases.matter({ papers: papersOf(FORM) });
    expect(await offered(again, 'application')).toEqual([]);
    expect((await use(again, 'application')).problem).toBe('cases/paper-not-reusable');
  });
});
