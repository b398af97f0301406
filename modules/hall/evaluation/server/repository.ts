import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ServiceKind } from '../contract.ts';
import type { EvaluationRow, EvaluationTables, OptionSetRow, ServiceRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<EvaluationTables>();

export const listOptionSets = (db: Db, centreId: number): Promise<OptionSetRow[]> =>
  tables(db)
    .selectFrom('evaluation.option_set')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('version', 'desc')
    .execute();

export function insertOptionSet(tx: Tx, row: OptionSetRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('evaluation.option_set')
      .values({ ...row, options: JSON.stringify(row.options) }),
  );
}

const services = (db: Db, centreId: number) =>
  tables(db).selectFrom('evaluation.service').selectAll().where('centre_id', '=', centreId);

/** Adds a service; the one that is there already stays as it is, so that a repeat changes nothing. */
export async function insertService(tx: Tx, row: ServiceRow): Promise<boolean> {
  const inserted = await tables(tx)
    .insertInto('evaluation.service')
    .values({
      ...row,
      matter_name: row.matter_name === null ? null : JSON.stringify(row.matter_name),
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'kind', 'subject_id']).doNothing())
    .returning('service_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const findServiceOf = (
  db: Db,
  centreId: number,
  kind: ServiceKind,
  subjectId: string,
): Promise<ServiceRow | undefined> =>
  services(db, centreId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();

export const findService = (
  db: Db,
  centreId: number,
  serviceId: string,
): Promise<ServiceRow | undefined> =>
  services(db, centreId).where('service_id', '=', serviceId).executeTakeFirst();

export const lockService = (
  tx: Tx,
  centreId: number,
  serviceId: string,
): Promise<ServiceRow | undefined> =>
  services(tx, centreId).where('service_id', '=', serviceId).forUpdate().executeTakeFirst();

export const findServiceByToken = (
  db: Db,
  centreId: number,
  token: string,
): Promise<ServiceRow | undefined> =>
  services(db, centreId).where('token', '=', token).executeTakeFirst();

/** The service that the pad of a window was last asked to show. */
export const findInvited = (
  db: Db,
  centreId: number,
  windowId: string,
): Promise<ServiceRow | undefined> =>
  services(db, centreId)
    .where('window_id', '=', windowId)
    .where('invited_at', 'is not', null)
    .orderBy('invited_at', 'desc')
    .orderBy('service_id', 'desc')
    .limit(1)
    .executeTakeFirst();

export const listServicesOfParty = (
  db: Db,
  centreId: number,
  partyId: string,
): Promise<ServiceRow[]> =>
  services(db, centreId)
    .where('party_id', '=', partyId)
    .where('is_void', '=', false)
    .orderBy('service_id', 'desc')
    .limit(50)
    .execute();

export interface SearchBy {
  readonly ticketNo: string;
  readonly caseNo: string;
  readonly phoneIndexes: readonly string[];
  readonly windowId: string | undefined;
  /** Where the kiosk stands at which somebody asks. */
  readonly siteId: string | undefined;
  /** Tickets of this day only, everything else since `since`. */
  readonly today: string;
  readonly since: string;
}

/** Services by what somebody holds in their hands. A ticket number needs its window or site, since numbers come again. */
export const searchServices = (db: Db, centreId: number, by: SearchBy): Promise<ServiceRow[]> =>
  services(db, centreId)
    .where('is_void', '=', false)
    .where('served_on', '>=', by.since)
    .where((eb) =>
      eb.or([
        eb('case_no', '=', by.caseNo),
        eb('phone_index', '=', sql<string>`any(${[...by.phoneIndexes]}::text[])`),
        ...(by.windowId === undefined && by.siteId === undefined
          ? []
          : [
              eb.and([
                eb('ticket_no', '=', by.ticketNo),
                by.windowId === undefined
                  ? eb('site_id', '=', by.siteId ?? null)
                  : eb('window_id', '=', by.windowId),
                eb('served_on', '=', by.today),
              ]),
            ]),
      ]),
    )
    .orderBy('served_at', 'desc')
    .limit(20)
    .execute();

/** Invitations since a day that nobody answered, for the default mark. */
export const listUnanswered = (
  db: Db,
  centreId: number,
  before: string,
  limit: number,
): Promise<ServiceRow[]> =>
  services(db, centreId)
    .where('times_rated', '=', 0)
    .where('is_void', '=', false)
    .where('served_on', '<', before)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM evaluation.evaluation e WHERE e.centre_id = service.centre_id
        AND e.service_id = service.service_id)`,
    )
    .orderBy('served_on')
    .limit(limit)
    .execute();

export function updateService(
  tx: Tx,
  row: Pick<ServiceRow, 'centre_id' | 'service_id'>,
  changes: Partial<Pick<ServiceRow, 'invited_at' | 'lapsed_at' | 'times_rated' | 'person_id'>>,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('evaluation.service')
      .set(changes)
      .where('centre_id', '=', row.centre_id)
      .where('service_id', '=', row.service_id),
  );
}

const toStored = (row: EvaluationRow) => ({
  ...row,
  options: JSON.stringify(row.options),
  dimensions: JSON.stringify(row.dimensions),
  suspicions: JSON.stringify(row.suspicions),
  exclusion: row.exclusion === null ? null : JSON.stringify(row.exclusion),
});

/** Awaited, so that a second rating of the same service is met here. */
export async function insertEvaluation(tx: Tx, row: EvaluationRow): Promise<void> {
  await tables(tx).insertInto('evaluation.evaluation').values(toStored(row)).execute();
}

const evaluations = (db: Db, centreId: number) =>
  tables(db).selectFrom('evaluation.evaluation').selectAll().where('centre_id', '=', centreId);

export const findEvaluation = (
  db: Db,
  centreId: number,
  evaluationId: string,
): Promise<EvaluationRow | undefined> =>
  evaluations(db, centreId).where('evaluation_id', '=', evaluationId).executeTakeFirst();

export const lockEvaluation = (
  tx: Tx,
  centreId: number,
  evaluationId: string,
): Promise<EvaluationRow | undefined> =>
  evaluations(tx, centreId)
    .where('evaluation_id', '=', evaluationId)
    .forUpdate()
    .executeTakeFirst();

export const listOfServices = (
  db: Db,
  centreId: number,
  serviceIds: readonly string[],
): Promise<EvaluationRow[]> =>
  evaluations(db, centreId)
    .where('service_id', '=', sql<string>`any(${[...serviceIds]}::uuid[])`)
    .orderBy('number')
    .execute();

/** What changes of a rating: whether it counts, and the answer. Never what was said. */
export function updateEvaluation(
  tx: Tx,
  row: Pick<EvaluationRow, 'centre_id' | 'evaluation_id'>,
  changes: Partial<Pick<EvaluationRow, 'standing' | 'exclusion' | 'reply'>>,
): void {
  const { exclusion, ...rest } = changes;
  send(
    tx,
    tables(tx)
      .updateTable('evaluation.evaluation')
      .set({
        ...rest,
        ...(exclusion === undefined ? {} : { exclusion: JSON.stringify(exclusion) }),
      })
      .where('centre_id', '=', row.centre_id)
      .where('evaluation_id', '=', row.evaluation_id),
  );
}

const RECENT = 40;

type Shared = 'address_index' | 'phone_index' | 'device_id' | 'person_id';

/** The last ratings that share something with one that comes in. */
export const listRecentBy = (
  db: Db,
  centreId: number,
  column: Shared,
  value: string,
): Promise<Array<Pick<EvaluationRow, 'rated_at' | 'grade' | 'options'>>> =>
  tables(db)
    .selectFrom('evaluation.evaluation')
    .select(['rated_at', 'grade', 'options'])
    .where('centre_id', '=', centreId)
    .where(column, '=', value)
    .orderBy('rated_at', 'desc')
    .limit(RECENT)
    .execute();
