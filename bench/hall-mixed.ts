import { setTimeout as pause } from 'node:timers/promises';

import { routes } from '#modules/hall/queue/contract.ts';

import { ask } from './hall-callers.ts';
import type { BenchHall } from './hall-setup.ts';
import { wallMs } from './statistics.ts';
import { openWire, type Wire } from './wire.ts';

export interface Mixed {
  /** Milliseconds of each request. */
  readonly times: readonly number[];
  readonly errors: readonly string[];
  /** Tickets that carry a number of another one. */
  readonly repeated: number;
}

const MANAGER = '019ab000-0000-7000-8000-0000000000aa';
/** What a person does between two touches. */
const THINK_MS = 4_000;

/** Visitors draw tickets and look at them, clerks call, serve and finish: all at once, with pauses as people make them. */
export async function mixVisitors(
  hall: BenchHall,
  bases: readonly string[],
  { users, ms }: { readonly users: number; readonly ms: number },
): Promise<Mixed> {
  const until = wallMs() + ms;
  const times: number[] = [];
  const errors: string[] = [];
  const numbers: string[] = [];
  const measured = async (
    wire: Wire,
    base: string,
    given: Parameters<typeof ask>[2],
    allowed: readonly number[],
  ) => {
    const begun = wallMs();
    const answer = await ask(wire, base, given);
    times.push(wallMs() - begun);
    if (!allowed.includes(answer.status))
      errors.push(`${given.path} ${answer.status} ${answer.body.slice(0, 200)}`);
    return answer;
  };
  const visit = async (index: number) => {
    const base = bases[index % bases.length] ?? '';
    const wire = openWire();
    await pause((index / users) * THINK_MS);
    while (wallMs() < until) {
      const drawn = await measured(
        wire,
        base,
        {
          method: 'POST',
          path: routes.issueTicket.path,
          by: MANAGER,
          body: { businessId: hall.lines[index % hall.lines.length] },
        },
        [201],
      );
      const { number, link } = JSON.parse(drawn.body) as { number: string; link: string };
      numbers.push(number);
      await pause(THINK_MS);
      const path = routes.showByToken.path.replace(':token', link.slice(3));
      await measured(wire, base, { method: 'GET', path }, [200]);
      await pause(THINK_MS);
    }
    wire.close();
  };
  const serve = async (window: string, index: number) => {
    const base = bases[index % bases.length] ?? '';
    const by = window;
    const wire = openWire();
    while (wallMs() < until) {
      const path = routes.callNext.path.replace(':id', window);
      const { status, body } = await measured(wire, base, { method: 'POST', path, by }, [201, 409]);
      await pause(THINK_MS / 4);
      if (status !== 201) continue;
      const { id } = (JSON.parse(body) as { ticket: { id: string } }).ticket;
      const act = (route: { readonly path: string }) => route.path.replace(':id', id);
      await measured(wire, base, { method: 'POST', path: act(routes.start), by }, [200]);
      await pause(THINK_MS / 4);
      const done = { kind: 'consulted' };
      await measured(
        wire,
        base,
        { method: 'POST', path: act(routes.finish), by, body: done },
        [200],
      );
    }
    wire.close();
  };
  await Promise.all([
    ...Array.from({ length: users - hall.windows.length }, (_, index) => visit(index)),
    ...hall.windows.map((window, index) => serve(window, index)),
  ]);
  return { times, errors, repeated: numbers.length - new Set(numbers).size };
}
