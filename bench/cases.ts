import { Agent, request } from 'node:http';

import { openDatabase } from '#kernel/db/database.ts';
import { newId } from '#kernel/ids/id.ts';
import { routes } from '#modules/casework/cases/contract.ts';

import { openHall } from './cases-setup.ts';
import { median } from './statistics.ts';
import type { BenchConnection, BenchContext, Figure, Workload } from './workload.ts';

const ROUNDS = 3;
const ROUND_MS = 3_000;
const FORM_BYTES = 2_048;
const PAPERS = ['application', 'identity', 'layout', 'report', 'plan'];

/**
 * W1: receive and accept a case in one request (form of 2 KB, five papers, history, outbox, audit), against the
 * statements of the very same transaction, prepared, one after the other on plain connections, in turns.
 */
export const cases: Workload = {
  name: 'cases',
  title: 'W1: a case received and accepted through HTTP, against its own SQL alone',
  run: async (context) => {
    const hall = await openHall(context);
    try {
      await acceptThroughHttp(hall, 2, 500);
      const statements = await recordStatements(context, hall);
      context.say(`${statements.length} statements in the transaction`);
      const figures: Figure[] = [];
      for (const clients of [8, 32])
        figures.push(...(await compare(context, hall, statements, clients)));
      return figures;
    } finally {
      await hall.close();
    }
  },
};

/** A connection, as far as it is listened to. */
interface Speaker {
  query(...given: unknown[]): unknown;
}

type Hall = Awaited<ReturnType<typeof openHall>>;

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

async function compare(
  { connection, say }: BenchContext,
  hall: Hall,
  statements: readonly Statement[],
  clients: number,
): Promise<Figure[]> {
  const http: number[] = [];
  const sql: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    http.push(await acceptThroughHttp(hall, clients, ROUND_MS));
    sql.push(await replay(connection, statements, hall, clients));
    say(
      `${clients} clients: ${Math.round(http.at(-1) ?? 0)}/s, SQL alone ${Math.round(sql.at(-1) ?? 0)}/s`,
    );
  }
  const [ours, alone] = [median(http), median(sql)];
  return [
    { what: `cases accepted, ${clients} clients`, value: ours, unit: '/s' },
    { what: `the same SQL alone, ${clients} clients`, value: alone, unit: '/s' },
    { what: `ratio, ${clients} clients`, value: ours / alone, unit: '', gate: { atLeast: 0.7 } },
  ];
}

/** Cases a second through the front door. */
async function acceptThroughHttp(hall: Hall, clients: number, ms: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + ms;
  let done = 0;
  const work = async (client: number) => {
    for (let turn = client; performance.now() < until; turn += clients) {
      await post(agent, hall, hall.matterIds[turn % hall.matterIds.length] ?? '');
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  agent.destroy();
  return done / (ms / 1000);
}

function post(agent: Agent, { url, windowId, partyId }: Hall, matterId: string): Promise<void> {
  const body = JSON.stringify({
    matterId,
    itemKey: 'new',
    partyId,
    windowId,
    form: { 'place-name': 'x'.repeat(FORM_BYTES - 100) },
    papers: PAPERS.map((key) => ({ key, state: 'accepted', originals: 1 })),
    accept: {},
  });
  return new Promise((resolve, reject) => {
    const headers = {
      'x-actor': 'b',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': newId(),
    };
    const sent = request(
      `${url}${routes.receiveAtWindow.path}`,
      { method: 'POST', agent, headers },
      (answer) => {
        if (answer.statusCode !== 201) reject(new Error(`answered ${answer.statusCode}`));
        answer.resume().on('end', resolve);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The statements of one acceptance, as the connection sent them. */
async function recordStatements(context: BenchContext, hall: Hall): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { pool } = context.database;
  const heard = new Map<Speaker, Speaker['query']>();
  const listen = (speaker: Speaker) => {
    if (heard.has(speaker)) return;
    const original = speaker.query.bind(speaker);
    heard.set(speaker, original);
    speaker.query = (...given) => {
      const [first] = given as [{ text?: string; values?: unknown[] } | string];
      if (typeof first === 'object' && first.text !== undefined && first.values !== undefined)
        statements.push({ text: first.text, values: first.values });
      return original(...given);
    };
  };
  const hear = (client: unknown) => listen(client as Speaker);
  pool.on('acquire', hear);
  try {
    const agent = new Agent();
    await post(agent, hall, hall.matterIds[0] ?? '');
    agent.destroy();
  } finally {
    pool.off('acquire', hear);
    for (const [speaker, original] of heard) speaker.query = original;
  }
  const writes = new RegExp('^\\s*(insert|update|delete|with|select)', 'iu');
  context.say('recorded the SQL of one acceptance');
  return statements.filter(({ text }) => writes.test(text));
}

/** The recorded statements again and again, prepared, each awaited, with ids of their own. */
async function replay(
  connection: BenchConnection,
  statements: readonly Statement[],
  { windowId, partyId, matterIds }: Hall,
  clients: number,
): Promise<number> {
  const kept = new Set([windowId, partyId, ...matterIds]);
  const database = openDatabase({ connection, poolSize: clients });
  const until = performance.now() + ROUND_MS;
  let done = 0;
  const work = async () => {
    const client = await database.pool.connect();
    while (performance.now() < until) {
      const fresh = freshValues(kept);
      await client.query('BEGIN');
      for (const [index, { text, values }] of statements.entries())
        await client.query({ name: `s${index}`, text, values: values.map(fresh) });
      await client.query('COMMIT');
      done += 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: clients }, work));
  await database.close();
  return done / (ROUND_MS / 1000);
}

const CASE_NO = /^[0-9A-Z]{31}\d{12}$/u;
/** The code by which a paper is verified. */
const CODE = /^[0-9A-Z]{12}$/u;
const NEW_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/u;

/** Ids that the act made are made anew for each repetition, so that no key is met twice; what was there before keeps its own. */
function freshValues(kept: ReadonlySet<string>): (value: unknown) => unknown {
  const made = new Map<string, string>();
  const anew = (text: string, make: () => string): string => {
    const one = made.get(text) ?? make();
    made.set(text, one);
    return one;
  };
  const serial = newId();
  return (value) => {
    if (typeof value !== 'string') return value;
    if (CASE_NO.test(value)) return `${value}${serial}`;
    if (CODE.test(value)) return anew(value, () => newId().slice(-12).toUpperCase());
    return NEW_ID.test(value) && !kept.has(value) ? anew(value, newId) : value;
  };
}
