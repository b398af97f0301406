import { atLocalMinute } from '#kernel/clock/local-day.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomToken } from '#kernel/ids/token.ts';
import { routes } from '#modules/hall/appointments/contract.ts';
import { insertBooking } from '#modules/hall/appointments/server/repository.ts';
import { toMinute } from '#modules/hall/appointments/server/rules.ts';

import { type BenchApp, openBenchApp } from './bench-app.ts';
import { percentile } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const SEARCHES = 1_000;
const AT_ONCE = 8;

/** People look for a time in the hall of the demonstration centre, of which half is booked. */
export const appointmentSlots: Workload = {
  name: 'appointment-slots',
  title:
    'days and times of an appointment with the places that are left, in the demonstration centre',
  run: async (context) => {
    const app = await openBenchApp(context.database, { load: true });
    try {
      return await measure(app, context);
    } finally {
      await app.close();
    }
  },
};

async function measure(app: BenchApp, { say, scale, database }: BenchContext): Promise<Figure[]> {
  const answer = await app.http.inject({ method: 'GET', url: routes.listPublicGroups.path });
  const { items } = routes.listPublicGroups.response?.parse(answer.json()) ?? { items: [] };
  const addresses = items.map(({ id }) => routes.listSlots.path.replace(':id', id));
  let booked = 0;
  for (const group of items) booked += await fill(app, database, group);
  say(`${items.length} groups, ${booked} appointments`);
  for (const url of addresses) await app.http.inject({ method: 'GET', url });
  const times: number[] = [];
  for (let done = 0; done < Math.round(SEARCHES * scale); done += 1)
    times.push(await ask(app, addresses[done % addresses.length] ?? ''));
  const crowded: number[] = [];
  for (let done = 0; done < Math.round((SEARCHES * scale) / AT_ONCE); done += 1) {
    const together = Array.from({ length: AT_ONCE }, (_, at) =>
      ask(app, addresses[(done + at) % addresses.length] ?? ''),
    );
    crowded.push(...(await Promise.all(together)));
  }
  return [
    { what: 'groups', value: items.length, unit: '' },
    { what: 'appointments in the days that can be booked', value: booked, unit: '' },
    { what: 'days and times of a group, p50', value: percentile(times, 50), unit: 'ms' },
    { what: 'the same, p95', value: percentile(times, 95), unit: 'ms', gate: { atMost: 100 } },
    { what: 'eight people at once, p95', value: percentile(crowded, 95), unit: 'ms' },
  ];
}

/** Books every second place. */
async function fill(
  app: BenchApp,
  database: BenchContext['database'],
  group: { readonly id: string; readonly siteId: string },
): Promise<number> {
  const url = routes.listSlots.path.replace(':id', group.id);
  const found = await app.http.inject({ method: 'GET', url });
  const { days } = routes.listSlots.response?.parse(found.json()) ?? { days: [] };
  const wanted = days.flatMap(({ day, slots }) =>
    slots.flatMap(({ from, to, places }) =>
      Array.from({ length: Math.floor(places / 2) }, (_, at) => ({ day, from, to, places, at })),
    ),
  );
  await database.transaction(async (tx) => {
    for (const { day, from, to, places, at } of wanted)
      insertBooking(tx, {
        centre_id: 1,
        booking_id: newId(),
        code: randomToken(16),
        token: randomToken(16),
        group_id: group.id,
        site_id: group.siteId,
        day,
        from_minute: toMinute(from),
        to_minute: toMinute(to),
        starts_at: atLocalMinute(day, toMinute(from)),
        ends_at: atLocalMinute(day, toMinute(to)),
        place: at + 1,
        places,
        party_id: newId(),
        person_id: newId(),
        account_id: null,
        holder_shown: '',
        mobile_sealed: null,
        mobile_index: null,
        matter_id: null,
        matter_zh: '',
        matter_en: '',
        channel: 'online',
        state: 'booked',
        reason: '',
        is_excused: false,
        ticket_id: null,
        ticket_no: null,
        moves: 0,
        booked_at: new Date(0),
        arrived_at: null,
        version: 1,
        updated_at: new Date(0),
      });
  });
  return wanted.length;
}

async function ask(app: BenchApp, url: string): Promise<number> {
  const begun = performance.now();
  const answer = await app.http.inject({ method: 'GET', url });
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
  return performance.now() - begun;
}
