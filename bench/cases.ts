import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { Batch } from '#kernel/db/pipeline.ts';
import { routes } from '#modules/casework/cases/contract.ts';

import { type Hall, openHall } from './cases-setup.ts';
import {
  hasPgbench,
  type PgbenchRun,
  type Renew,
  runPgbench,
  type Statement,
  toScripts,
} from './pgbench.ts';
import { median, percentile } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const ROUNDS = 5;
const ROUND_MS = 4_000;
const FORM_BYTES = 2_048;
const PAPERS = ['application', 'identity', 'layout', 'report', 'plan'];

/**
 * W1: receive and accept a case in one request (form of 2 KB, five papers, history, outbox, audit, two documents),
 * against pgbench with the statements of the very same transactions, prepared, on the same database, in turns. The
 * clients are a process of their own on both sides.
 */
export const cases: Workload = {
  name: 'cases',
  title: 'W1: a case received and accepted through HTTP, against its own SQL alone by pgbench',
  run: async (context) => {
    const hall = await openHall(context);
    const clients = startClients(hall);
    try {
      // Until the compiler of the runtime has seen every path often enough.
      await clients.accept(8, 8_000);
      const sql = hasPgbench() ? await recordScripts(context, hall, clients) : undefined;
      if (sql === undefined) context.say('no pgbench on this machine: figures without a ratio');
      const figures: Figure[] = [];
      for (const count of [8, 32]) figures.push(...(await compare(context, clients, sql, count)));
      return figures;
    } finally {
      await clients.stop();
      await hall.close();
    }
  },
};

async function compare(
  { connection, say, scale }: BenchContext,
  clients: Clients,
  sql: PgbenchRun | undefined,
  count: number,
): Promise<Figure[]> {
  const ms = Math.max(1_000, ROUND_MS * scale);
  const http: number[] = [];
  const alone: number[] = [];
  const times: number[] = [];
  const cpu: number[] = [];
  const acceptOnce = async () => {
    const before = process.cpuUsage();
    const round = await clients.accept(count, ms);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000 / round.length);
    times.push(...round);
    http.push(round.length / (ms / 1000));
  };
  const replayOnce = async () => {
    if (sql === undefined) return;
    const load = { clients: count, seconds: Math.round(ms / 1000) };
    alone.push((await runPgbench(connection, sql, load)).perSecond);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    // A, B, B, A: what changes with time falls on both alike.
    const order = round % 2 === 0 ? [acceptOnce, replayOnce] : [replayOnce, acceptOnce];
    for (const step of order) await step();
    const [ours, theirs] = [http.at(-1) ?? 0, alone.at(-1) ?? 0];
    say(`${count} clients: ${Math.round(ours)}/s, SQL alone ${Math.round(theirs)}/s`);
  }
  const figures: Figure[] = [
    { what: `cases accepted, ${count} clients`, value: median(http), unit: '/s' },
    { what: `one acceptance, p95, ${count} clients`, value: percentile(times, 95), unit: 'ms' },
    { what: `processor time of the server, ${count} clients`, value: median(cpu), unit: 'ms' },
  ];
  if (sql === undefined) return figures;
  const ratio = median(http) / median(alone);
  return [
    ...figures,
    { what: `the same SQL by pgbench, ${count} clients`, value: median(alone), unit: '/s' },
    { what: `ratio, ${count} clients`, value: ratio, unit: '', gate: { atLeast: 0.7 } },
  ];
}

/** The people at the windows. */
interface Clients {
  /** Lets so many of them work for so long; milliseconds of each acceptance. */
  accept(clients: number, ms: number): Promise<number[]>;
  /** Sends one of the requests. */
  acceptOne(index: number): Promise<void>;
  stop(): Promise<void>;
}

const { path } = routes.receiveAtWindow;

function startClients({ url, windowId, partyId, matterIds, inject }: Hall): Clients {
  const bodies = matterIds.map((matterId) =>
    JSON.stringify({
      matterId,
      itemKey: 'new',
      partyId,
      windowId,
      form: { 'place-name': 'x'.repeat(FORM_BYTES - 100) },
      papers: PAPERS.map((key) => ({ key, state: 'accepted', originals: 1 })),
      accept: {},
    }),
  );
  const script = fileURLToPath(new URL('./cases-clients.ts', import.meta.url));
  const given = JSON.stringify({ port: Number(new URL(url).port), path, bodies });
  const child = spawn(process.execPath, [script, given], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit');
  return {
    accept: async (clients, ms) => {
      const answer = once(lines, 'line');
      child.stdin.write(`${JSON.stringify({ clients, ms })}\n`);
      const first = await Promise.race([answer, ended.then(() => undefined)]);
      if (first === undefined) throw new Error('The clients ended before they were asked to.');
      return JSON.parse(String(first[0])) as number[];
    },
    acceptOne: (index) => inject(path, bodies[index] ?? ''),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** The statements of one acceptance of each matter, as the connections sent them, as scripts for pgbench. */
async function recordScripts(
  context: BenchContext,
  hall: Hall,
  clients: Clients,
): Promise<PgbenchRun> {
  const recordings: Array<{ before: Statement[]; inside: Statement[] }> = [];
  for (const index of hall.matterIds.keys())
    recordings.push(await record(context, () => clients.acceptOne(index)));
  const [first] = recordings;
  const count = (first?.before.length ?? 0) + (first?.inside.length ?? 0);
  context.say(`${count} statements in one acceptance, BEGIN and COMMIT not counted`);
  const kept = new Set([hall.windowId, hall.partyId, ...hall.matterIds]);
  return toScripts(recordings, () => createRenew(kept));
}

/** A connection, as far as it is listened to. */
interface Speaker {
  query(...given: unknown[]): unknown;
}

async function record(
  { database: { pool } }: BenchContext,
  act: () => Promise<void>,
): Promise<{ before: Statement[]; inside: Statement[] }> {
  const said: Array<Statement | string> = [];
  const heard = new Map<Speaker, Speaker['query']>();
  const listen = (speaker: Speaker) => {
    if (heard.has(speaker)) return;
    const original = speaker.query.bind(speaker);
    heard.set(speaker, original);
    speaker.query = (...given) => {
      const [batch] = given;
      if (batch instanceof Batch)
        for (const { text, values } of batch.statements)
          said.push(values.length === 0 ? text : { text, values: [...values] });
      return original(...given);
    };
  };
  const hear = (client: unknown) => listen(client as Speaker);
  pool.on('acquire', hear);
  try {
    await act();
  } finally {
    pool.off('acquire', hear);
    for (const [speaker, original] of heard) speaker.query = original;
  }
  const begun = said.indexOf('BEGIN');
  const ended = said.indexOf('COMMIT');
  if (begun < 0 || ended < begun) throw new Error('No transaction was heard.');
  const statements = (some: typeof said) => some.filter((one) => typeof one !== 'string');
  return { before: statements(said.slice(0, begun)), inside: statements(said.slice(begun, ended)) };
}

const CASE_NO = /^[0-9A-Z]{31}\d{12}$/u;
/** The code by which a paper is verified. */
const CODE = /^[0-9A-Z]{12}$/u;
const NEW_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/u;

/**
 * Ids that the act made are made anew for each repetition, ascending as the product’s own are, so that no key is
 * met twice; what was there before keeps its own.
 */
function createRenew(kept: ReadonlySet<string>): Renew {
  const slots = new Map<string, string>();
  const slotOf = (value: string) => {
    const slot = slots.get(value) ?? slots.size.toString(16).padStart(4, '0');
    slots.set(value, slot);
    return slot;
  };
  return (value) => {
    if (CASE_NO.test(value)) return `('${value}' || :client_id || '/' || :k)`;
    if (CODE.test(value)) return `('${slotOf(value)}' || :client_id || '/' || :k)`;
    if (!NEW_ID.test(value) || kept.has(value)) return undefined;
    const tail = `lpad(:client_id::text, 3, '0') || '-' || lpad(:k::text, 12, '0')`;
    return `('01fa0000-${slotOf(value)}-7000-8' || ${tail})::uuid`;
  };
}
