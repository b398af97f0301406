import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

import { newId } from '#kernel/ids/id.ts';
import { routes } from '#modules/hall/queue/contract.ts';

import { type BenchHall, WINDOWS } from './hall-setup.ts';
import { RELEASE } from './hall-sql.ts';
import { wallMs } from './statistics.ts';
import type { BenchContext } from './workload.ts';

/** What a round of calling came to. */
export interface Called {
  readonly calls: number;
  /** Milliseconds of each call through HTTP. */
  readonly times: readonly number[];
  /** A ticket that came to a window while another one had it in its hands. */
  readonly doubles: number;
  /** Requests that a killed server left without an answer. */
  readonly unanswered: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One request over a connection that stays open. */
export async function ask(
  base: string,
  given: {
    readonly method: string;
    readonly path: string;
    readonly by?: string;
    readonly body?: object;
  },
): Promise<Answer> {
  const asked = request(new URL(given.path, base), {
    agent,
    method: given.method,
    headers: {
      'idempotency-key': newId(),
      ...(given.by === undefined ? {} : { 'x-actor': given.by }),
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
  asked.end(given.body === undefined ? undefined : JSON.stringify(given.body));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') };
}

/** Every window calls, lets go and calls again, all at once, for so long. `bases` may change while it runs. */
export async function callTogether(
  { database }: BenchContext,
  hall: BenchHall,
  bases: readonly string[],
  ms: number,
): Promise<Called> {
  const until = wallMs() + ms;
  const times: number[] = [];
  let doubles = 0;
  let unanswered = 0;
  const work = async (window: string, index: number) => {
    while (wallMs() < until) {
      const base = bases[index % bases.length] ?? '';
      const begun = wallMs();
      let ticket: string | undefined;
      try {
        const { status, body } = await ask(base, {
          method: 'POST',
          path: routes.callNext.path.replace(':id', window),
          by: window,
        });
        if (status === 201) {
          times.push(wallMs() - begun);
          ticket = (JSON.parse(body) as { ticket: { id: string } }).ticket.id;
        } else if (!body.includes('queue/finish-first')) {
          unanswered += 1;
        }
      } catch {
        unanswered += 1;
      }
      // The ticket that is called must be the one, and the only one, that the window has in its hands.
      const { rows } = await database.pool.query<{ ticket_id: string }>(RELEASE, [window]);
      if (ticket !== undefined && rows[0]?.ticket_id !== ticket) doubles += 1;
    }
  };
  await Promise.all(hall.windows.slice(0, WINDOWS).map((window, index) => work(window, index)));
  return { calls: times.length, times, doubles, unanswered };
}
