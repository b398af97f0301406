import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Batch, type Statement } from '#kernel/db/pipeline.ts';
import { newId } from '#kernel/ids/id.ts';

import { routes } from '../contract.ts';
import { ALL_PAPERS, type Cases, startCases } from './fixture.ts';
import { addLicenceKind } from './licence.fixture.ts';

/** Everything that an act of a case leaves behind. */
const TABLES = [
  'cases.case_file',
  'cases.case_event',
  'cases.case_form',
  'cases.case_paper',
  'cases.case_document',
  'cases.draft',
  'licences.licence',
  'licences.history',
  'kernel.outbox',
  'kernel.audit_entry',
  'kernel.idempotency',
];

/** More statements than any of these acts has. */
const MOST = 60;

interface Speaker {
  processID?: number;
  query(batch: unknown): unknown;
}

/** Sends statements, and waits until the last of them was answered. */
async function allAnswered(
  statements: readonly Statement[],
  sendPart: (some: readonly Statement[]) => void,
): Promise<void> {
  const last = statements.at(-1);
  if (last === undefined) return;
  await new Promise<void>((done) => {
    const resolve: Statement['resolve'] = (answer) => {
      last.resolve(answer);
      done();
    };
    sendPart([...statements.slice(0, -1), { ...last, resolve }]);
  });
}

// Each test cuts at one statement after another: some forty cases, whole.
describe('the database cut off after any statement', { timeout: 120_000 }, () => {
  let cases: Cases;
  let matterId: string;
  let partyId: string;
  beforeAll(async () => {
    cases = await startCases();
    matterId = await cases.matter();
    partyId = await cases.party();
    cases.setTime('2026-03-02T09:00');
  });
  afterAll(() => cases.app.close());

  async function count(): Promise<string> {
    const counts = TABLES.map((table) => `(SELECT count(*) FROM ${table})`);
    const serials = `(SELECT coalesce(sum(last_serial), 0) FROM kernel.number_series)`;
    const versions = `(SELECT coalesce(sum(version), 0) FROM cases.case_file)`;
    const { pool } = cases.app.database;
    const { rows } = await pool.query<{ found: string }>(
      `SELECT concat_ws(',', ${[...counts, serials, versions].join(', ')}) AS found`,
    );
    return rows[0]?.found ?? '';
  }

  /** Lets an act run until its n-th statement is about to be sent, and ends its connection there. */
  async function cutBefore(n: number, act: () => Promise<unknown>): Promise<boolean> {
    const { pool, connectAlone } = cases.app.database;
    const administrator = await connectAlone();
    const heard = new Map<Speaker, Speaker['query']>();
    const state = { said: 0, gate: undefined as Promise<void> | undefined };
    const end = async (pid: number | undefined) => {
      await administrator.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
    };
    const listen = (client: unknown) => {
      const speaker = client as Speaker;
      if (heard.has(speaker)) return;
      const original = speaker.query.bind(speaker);
      heard.set(speaker, original);
      speaker.query = (batch) => {
        if (state.gate !== undefined) return state.gate.then(() => original(batch));
        if (!(batch instanceof Batch)) return original(batch);
        const { statements } = batch;
        const at = n - 1 - state.said;
        state.said += statements.length;
        if (at >= statements.length) return original(batch);
        const sendPart = (some: readonly Statement[]) => original(new Batch(batch.client, some));
        state.gate = allAnswered(statements.slice(0, at), sendPart).then(() =>
          end(speaker.processID),
        );
        return state.gate.then(() => sendPart(statements.slice(at)));
      };
    };
    pool.on('acquire', listen);
    try {
      await act();
    } finally {
      pool.off('acquire', listen);
      for (const [speaker, original] of heard) speaker.query = original;
      await administrator.end();
    }
    return state.gate !== undefined;
  }

  /** Cuts an act off before each of its statements; every time nothing is there, and a repeat does it once. */
  async function cutEverywhere(
    prepare: () => Promise<(key: string) => Promise<{ status: number; text: string }>>,
  ) {
    const whole: string[] = [];
    for (let n = 1; n <= MOST; n += 1) {
      const key = newId();
      const act = await prepare();
      const before = await count();
      const wasCut = await cutBefore(n, () => act(key));
      if (!wasCut) return { whole, statements: n - 1 };
      expect({ n, found: await count() }).toEqual({ n, found: before });
      const again = await act(key);
      expect(again.status < 300 ? 'done' : again.text).toBe('done');
      const done = await count();
      expect((await act(key)).text).toBe(again.text);
      expect(await count()).toBe(done);
      whole.push(differenceOf(before, done));
    }
    throw new Error('The act never ended.');
  }

  test('leaves nothing of a case that was received and accepted, and a repeat gives it whole', async () => {
    const body = {
      matterId,
      itemKey: 'new',
      partyId,
      windowId: cases.windowId,
      form: { 'place-name': '清风茶馆' },
      papers: ALL_PAPERS,
      accept: {},
    };
    const { whole, statements } = await cutEverywhere(
      async () => (key) => cases.app.send(cases.clerk, routes.receiveAtWindow, { body, key }),
    );
    expect(statements).toBeGreaterThan(15);
    // One case, two steps, a form, five papers, two documents, no draft, no licence, two events, two entries, one answer; two numbers, version 2.
    expect(new Set(whole)).toEqual(new Set(['1,2,1,5,2,0,0,0,2,2,1,2,2']));
    const { rows } = await cases.app.database.pool.query<{ gaps: boolean }>(
      `SELECT count(*) <> max(right(case_no, 4)::integer) AS gaps FROM cases.case_file`,
    );
    expect(rows).toEqual([{ gaps: false }]);
  });

  test('leaves a received case as it was, and a repeat accepts it whole', async () => {
    const { whole, statements } = await cutEverywhere(async () => {
      const { id } = (await cases.receive(matterId, partyId)).body;
      return (key) =>
        cases.app.send(cases.first, routes.acceptCase, {
          params: { id },
          body: { version: 1 },
          key,
        });
    });
    expect(statements).toBeGreaterThan(12);
    // One step more, a document, an event, an entry, an answer; one number, one version.
    expect(new Set(whole)).toEqual(new Set(['0,1,0,0,1,0,0,0,1,1,1,1,1']));
  });

  test('leaves a draft to whoever was submitting it, and a repeat makes one case of it', async () => {
    const citizen = cases.citizen(partyId);
    const papers = ALL_PAPERS.map(({ key }) => ({ key }));
    const body = { matterId, itemKey: 'new', form: { 'place-name': '清风茶馆' }, papers };
    const { whole, statements } = await cutEverywhere(async () => {
      const { body: draft } = await cases.app.send(citizen, routes.saveDraft, { body });
      const params = { id: draft.id };
      return (key) =>
        cases.app.send(citizen, routes.submitDraft, {
          params,
          body: { version: draft.version },
          key,
        });
    });
    expect(statements).toBeGreaterThan(15);
    // A case in place of the draft: a step, a form, five papers, a document, an event, an entry, an answer; one number.
    expect(new Set(whole)).toEqual(new Set(['1,1,1,5,1,-1,0,0,1,1,1,1,1']));
  });

  test('leaves neither a licence without its case nor the reverse', async () => {
    const result = await addLicenceKind(cases.app);
    const licensed = await cases.matter({ result });
    const content = { premises: '清风茶馆' };
    const { whole, statements } = await cutEverywhere(async () => {
      const { id, version } = await cases.approved(licensed, partyId);
      return (key) =>
        cases.app.send(cases.first, routes.issueResult, {
          params: { id },
          body: { version, content },
          key,
        });
    });
    expect(statements).toBeGreaterThan(12);
    // A step, a licence and its beginning; of both an event and an entry; one answer, one number, one version.
    expect(new Set(whole)).toEqual(new Set(['0,1,0,0,0,0,1,1,2,2,1,1,1']));
  });
});

function differenceOf(before: string, after: string): string {
  const [from, to] = [before.split(',').map(Number), after.split(',').map(Number)];
  return to.map((value, index) => value - (from[index] ?? 0)).join(',');
}
