import type { RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { routes } from '#modules/hall/queue/contract.ts';
import { routes as places } from '#modules/registry/organisation/contract.ts';

import type { BenchContext } from './workload.ts';

export const WINDOWS = 32;
const LINES = 'ABCDEFGH';

/** A hall of eight lines, the first served by 32 windows, open day and night, with a clerk at each window. */
export interface BenchHall {
  readonly siteId: string;
  readonly zoneId: string;
  /** The first of the lines. */
  readonly businessId: string;
  readonly lines: readonly string[];
  /** The clerk of a window has the window's id as account. */
  readonly windows: readonly string[];
}

const MANAGER = '019ab000-0000-7000-8000-0000000000aa';

/** One request as somebody of the staff; refuses anything but success. */
export async function send<T = { id: string }>(
  base: string,
  route: Pick<RouteContract, 'method' | 'path' | 'name'>,
  { id = '', by = MANAGER, body }: { id?: string; by?: string; body?: object } = {},
): Promise<T> {
  const answer = await fetch(`${base}${route.path.replace(':id', id)}`, {
    method: route.method,
    headers: {
      'x-actor': by,
      'idempotency-key': newId(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${route.name}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Sets the hall up through the front door. */
export async function furnishHall(base: string, today: string): Promise<BenchHall> {
  const named = { nameZh: '基准', nameEn: 'Bench', order: 1 };
  const site = await send(base, places.createSite, {
    body: {
      ...named,
      code: 'here',
      kind: 'town',
      divisionCode: '310117003',
      address: '',
      phone: '',
    },
  });
  const zone = await send(base, places.createZone, {
    body: {
      ...named,
      code: 'here-1',
      siteId: site.id,
      kind: 'service',
      floor: 1,
      x: 0,
      y: 0,
      width: 90,
      height: 50,
    },
  });
  const department = await send(base, places.createDepartment, {
    body: {
      ...named,
      code: 'tax',
      shortZh: '税务',
      kind: 'vertical',
      phone: '',
      uscc: '11310117MB0T010187',
    },
  });
  const { emptyTag } = await send<{ emptyTag: string }>(base, places.listOpeningHours, {
    id: site.id,
  });
  await send(base, places.setOpeningHours, {
    id: site.id,
    body: {
      zoneId: null,
      validFrom: today,
      tag: emptyTag,
      stretches: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        opens: '00:00',
        closes: '24:00',
        onClosedDays: true,
      })),
    },
  });
  const lines: string[] = [];
  for (const letter of LINES)
    lines.push((await openLine(base, { siteId: site.id, zoneId: zone.id, letter })).id);
  const [businessId = ''] = lines;
  const place = { siteId: site.id, zoneId: zone.id, departmentId: department.id };
  const windows: string[] = [];
  for (let number = 1; number <= WINDOWS; number += 1)
    windows.push(await openWindow(base, { ...place, businessId, today, number }));
  return { siteId: site.id, zoneId: zone.id, businessId, lines, windows };
}

/** Lets the windows serve so many lines: one for all of them, or each its share, as in a hall at work. */
export async function divideLines(base: string, hall: BenchHall, count: number): Promise<void> {
  for (const [index, id] of hall.windows.entries()) {
    const businessId = hall.lines[index % count] ?? hall.businessId;
    await send(base, routes.saveServices, {
      id,
      body: { services: [{ businessId, role: 'main' }] },
    });
  }
}

function openLine(
  base: string,
  { letter, ...at }: { readonly siteId: string; readonly zoneId: string; readonly letter: string },
): Promise<{ id: string }> {
  return send(base, routes.createBusiness, {
    body: {
      nameZh: '基准',
      nameEn: 'Bench',
      order: 1,
      code: `line-${letter.toLowerCase()}`,
      letter,
      siteId: at.siteId,
      zoneId: at.zoneId,
      hintZh: '',
      hintEn: '',
      departmentCodes: [],
      isRealName: false,
      isOpen: true,
      dailyLimit: 0,
      warnPeople: 30,
      warnMinutes: 30,
      usualMinutes: 10,
    },
  });
}

interface NewWindow {
  readonly siteId: string;
  readonly zoneId: string;
  readonly departmentId: string;
  readonly businessId: string;
  readonly today: string;
  readonly number: number;
}

/** A window with its clerk signed in. */
async function openWindow(base: string, of: NewWindow): Promise<string> {
  const window = await send(base, places.createWindow, {
    body: {
      siteId: of.siteId,
      zoneId: of.zoneId,
      number: of.number,
      nameZh: '综合窗口',
      nameEn: 'Comprehensive',
      kind: 'comprehensive',
      departmentIds: [of.departmentId],
      isAccessible: true,
      x: of.number,
      y: 1,
      validFrom: of.today,
    },
  });
  await send(base, routes.saveServices, {
    id: window.id,
    body: { services: [{ businessId: of.businessId, role: 'main' }] },
  });
  await send(base, routes.signIn, { id: window.id, by: window.id });
  return window.id;
}

/** People who wait, written straight into the line: so many, whatever was there. */
export async function fillLine(
  { database }: BenchContext,
  hall: BenchHall,
  today: string,
  count: number,
): Promise<void> {
  await database.pool.query(`DELETE FROM queue.ticket WHERE centre_id = 1 AND business_id = $1`, [
    hall.businessId,
  ]);
  await database.pool.query(
    `INSERT INTO queue.ticket (centre_id, ticket_id, day, site_id, zone_id, business_id, number, token,
       state, lane, channel, line_key, issued_at, calls, requeues, person_name, reason, holder, mobile,
       holder_key, version)
     SELECT 1, gen_random_uuid(), $1, $2, zone_id, business_id, 'B' || lpad(n::text, 4, '0'),
       'bench-token-0000-' || n, 'waiting', 'normal', 'machine', n * 100,
       now() - interval '1 hour' + n * interval '1 millisecond', 0, 0, '', '', '', '', 'bench:' || n, 1
     FROM queue.business, generate_series(1, $4::integer) n WHERE centre_id = 1 AND business_id = $3`,
    [today, hall.siteId, hall.businessId, count],
  );
  await database.pool.query('ANALYZE queue.ticket');
}
