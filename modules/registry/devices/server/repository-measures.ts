import { sql } from 'kysely';

import type { Db } from '#kernel/db/types.ts';

import type { DeviceTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<DeviceTables>();

export interface Between {
  readonly centreId: number;
  readonly from: Date;
  readonly until: Date;
}

/** Devices in service that were heard of, and the seconds that they were down for; overlapping faults of one device count once. */
export async function sumDownSeconds(
  db: Db,
  { centreId, from, until }: Between,
): Promise<{ devices: number; downSeconds: number }> {
  const { rows } = await sql<{ devices: number; down: number }>`
    with down as (
      select unnest(range_agg(tstzrange(
        greatest(fault.reported_at, ${from}),
        least(coalesce(fault.resolved_at, ${until}), ${until})))) as span
      from devices.fault
      join devices.device using (centre_id, device_id)
      join devices.device_state using (centre_id, device_id)
      where centre_id = ${centreId}
        and device.status = 'in-service'
        and fault.severity in ('critical', 'major')
        and fault.reported_at < ${until}
        and coalesce(fault.resolved_at, ${until}) > ${from}
      group by device_id
    )
    select
      (select count(*)::integer from devices.device
        join devices.device_state using (centre_id, device_id)
        where centre_id = ${centreId} and status = 'in-service' and last_seen_at >= ${from}) as devices,
      (select coalesce(sum(extract(epoch from upper(span) - lower(span))), 0)::float8 from down) as down
  `.execute(tables(db));
  const [row] = rows;
  return { devices: row?.devices ?? 0, downSeconds: Math.round(row?.down ?? 0) };
}

/** Faults that were reported, and those of them resolved within so many hours. */
export async function countResolved(
  db: Db,
  { centreId, from, until }: Between,
  hours: number,
): Promise<{ all: number; inTime: number }> {
  return tables(db)
    .selectFrom('devices.fault')
    .where('centre_id', '=', centreId)
    .where('reported_at', '>=', from)
    .where('reported_at', '<=', until)
    .select([
      sql<number>`count(*)::integer`.as('all'),
      sql<number>`(count(*) filter (where resolved_at <= reported_at + make_interval(hours => ${hours})))::integer`.as(
        'inTime',
      ),
    ])
    .executeTakeFirstOrThrow();
}
