import { newId } from '#kernel/ids/id.ts';
import { routes } from '#modules/hall/queue/contract.ts';

import { type BenchHall, WINDOWS } from './hall-setup.ts';
import { RELEASE } from './hall-sql.ts';
import { wallMs } from './statistics.ts';
import { type Answered, openWire, type Wire } from './wire.ts';
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

/** One request as somebody of the staff. */
export function ask(
  wire: Wire,
  base: string,
  given: {
    readonly method: string;
    readonly path: string;
    readonly by?: string;
    readonly body?: object;
  },
): Promise<Answered> {
  const { method, path, by, body } = given;
  const headers = { 'idempotency-key': newId(), ...(by === undefined ? {} : { 'x-actor': by }) };
  const asked = { method, path, headers };
  return wire.ask(base, body === undefined ? asked : { ...asked, body: JSON.stringify(body) });
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
    const wire = openWire();
    while (wallMs() < until) {
      const base = bases[index % bases.length] ?? '';
      const begun = wallMs();
      let ticket: string | undefined;
      try {
        const { status, body } = await ask(wire, base, {
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
      const { rows } = await database.pool.query<{ ticket_id: string }>({
        name: 'release',
        text: RELEASE,
        values: [window],
      });
      if (ticket !== undefined && rows[0]?.ticket_id !== ticket) doubles += 1;
    }
    wire.close();
  };
  await Promise.all(hall.windows.slice(0, WINDOWS).map((window, index) => work(window, index)));
  return { calls: times.length, times, doubles, unanswered };
}
