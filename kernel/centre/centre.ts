import { sql } from 'kysely';

import { send } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';

/** A centre as the kernel knows it: the tenant that owns rows. */
export interface Centre {
  readonly centreId: number;
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** IANA zone of its business day. */
  readonly zone: string;
  /** Host names under which people reach it, when one installation serves several. */
  readonly hosts: readonly string[];
  readonly isDemonstration: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

type CentreTables = {
  'kernel.centre': {
    centre_id: number;
    slug: string;
    name_zh: string;
    name_en: string;
    zone: string;
    hosts: string[];
    details: unknown;
    is_demonstration: boolean;
    created_at: Date;
  };
};

/** Every centre of the installation, in the order of their numbers. */
export async function listCentres(db: Db): Promise<Centre[]> {
  const rows = await db
    .$extendTables<CentreTables>()
    .selectFrom('kernel.centre')
    .selectAll()
    .orderBy('centre_id')
    .execute();
  return rows.map(toCentre);
}

/** One centre of the installation. */
export async function findCentre(db: Db, centreId: number): Promise<Centre | undefined> {
  const row = await db
    .$extendTables<CentreTables>()
    .selectFrom('kernel.centre')
    .selectAll()
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return row && toCentre(row);
}

const toCentre = (row: CentreTables['kernel.centre']): Centre => ({
  centreId: row.centre_id,
  slug: row.slug,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  zone: row.zone,
  hosts: row.hosts,
  isDemonstration: row.is_demonstration,
  details: (row.details ?? {}) as Record<string, unknown>,
});

/** Creates the centre, or brings its names up to date; its number never changes. */
export function ensureCentre(tx: Tx, centre: Centre, now: Date): void {
  send(
    tx,
    tx
      .$extendTables<CentreTables>()
      .insertInto('kernel.centre')
      .values({
        centre_id: centre.centreId,
        slug: centre.slug,
        name_zh: centre.nameZh,
        name_en: centre.nameEn,
        zone: centre.zone,
        hosts: [...centre.hosts],
        details: JSON.stringify(centre.details),
        is_demonstration: centre.isDemonstration,
        created_at: now,
      })
      .onConflict((conflict) =>
        conflict.column('centre_id').doUpdateSet({
          name_zh: centre.nameZh,
          name_en: centre.nameEn,
          zone: centre.zone,
          details: JSON.stringify(centre.details),
        }),
      ),
  );
}

/** Adds to the centre's details, keeping the others. */
export function noteDetails(
  tx: Tx,
  centreId: number,
  details: Readonly<Record<string, unknown>>,
): void {
  send(
    tx,
    tx
      .$extendTables<CentreTables>()
      .updateTable('kernel.centre')
      .set({ details: sql`details || ${JSON.stringify(details)}::jsonb` })
      .where('centre_id', '=', centreId),
  );
}
