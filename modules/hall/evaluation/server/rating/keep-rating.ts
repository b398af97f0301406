import type { Actor } from '#kernel/access/contract-actor.ts';
import { maskName } from '#kernel/crypto/mask.ts';
import { isDuplicate } from '#kernel/db/errors.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Channel,
  type Dimensions,
  type EvaluationSettings,
  isBad,
  problems,
  type RatingInput,
} from '../../contract.ts';
import { openBadCase } from '../bad/open-bad-case.ts';
import type { EvaluationDeps } from '../deps.ts';
import { serviceRated } from '../events.ts';
import * as repository from '../repository.ts';
import { detect, isSuspect, type Observed } from '../rules/detection.ts';
import type { EvaluationRow, ServiceRow } from '../tables.ts';
import { addressIndex, phoneIndex, seal } from '../vault.ts';

/** What came in, with where from. */
export interface Given extends RatingInput {
  readonly channel: Channel;
  readonly optionSetVersion: number;
  readonly ratedAt: Date;
  readonly isAnonymous: boolean;
  readonly name: string;
  readonly mobile: string;
  readonly dimensions: Dimensions;
  readonly wasPressed: boolean;
  readonly wasKept: boolean;
  readonly shownForSeconds: number | null;
  readonly deviceId: string | null;
  readonly address: string | null;
}

/** Who rates, in which transaction, under which rules. */
export interface RatingWork {
  readonly deps: EvaluationDeps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly settings: EvaluationSettings;
}

/**
 * Writes a rating of a service that is locked and open: the rating, what looks wrong with it, the loop of a bad one.
 * The rating of a visit and its addition are two rows; a third is refused by the table itself.
 */
export async function keepRating(
  work: RatingWork,
  service: ServiceRow,
  given: Given,
): Promise<EvaluationRow> {
  const { deps, tx, actor, settings } = work;
  const row = toRow(deps, service, given);
  const suspicions =
    given.channel === 'default' ? [] : detect(settings.rules, await observe(tx, actor, row));
  const kept: EvaluationRow = {
    ...row,
    suspicions,
    standing: isSuspect(suspicions, settings) ? 'suspect' : 'counted',
  };
  await refuseSecond(() => repository.insertEvaluation(tx, kept));
  if (kept.number > 0)
    repository.updateService(tx, service, { times_rated: service.times_rated + 1 });
  serviceRated({ tx, clock: deps.clock, actor }, service, kept, suspicions);
  if (isBad(kept.grade)) await openBadCase(work, service, kept);
  return kept;
}

async function refuseSecond(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isDuplicate(error, 'evaluation_once')) throw new ProblemError(problems.alreadyRated);
    throw error;
  }
}

/** What is written of a rating, before anybody looked whether it is genuine. */
export function toRow(deps: EvaluationDeps, service: ServiceRow, given: Given): EvaluationRow {
  const { cipher } = deps;
  const { centre_id } = service;
  const key = { centre_id, evaluation_id: newId() };
  const name = given.isAnonymous ? '' : given.name;
  const mobile = given.isAnonymous ? '' : given.mobile;
  return {
    ...key,
    service_id: service.service_id,
    service_kind: service.kind,
    // A default is no rating: it leaves the first place free.
    number: given.channel === 'default' ? 0 : service.times_rated + 1,
    grade: given.grade,
    options: [...given.options],
    option_set_version: given.optionSetVersion,
    comment: given.comment,
    dimensions: given.dimensions,
    channel: given.channel,
    is_anonymous: name === '' && mobile === '',
    name_sealed: seal(cipher, key, 'name_sealed', name),
    name_masked: name === '' ? '' : maskName(name),
    mobile_sealed: seal(cipher, key, 'mobile_sealed', mobile),
    phone_index: given.mobile === '' ? null : phoneIndex(cipher, centre_id, given.mobile),
    device_id: given.deviceId,
    address_index: given.address === null ? null : addressIndex(cipher, centre_id, given.address),
    shown_for_seconds: given.shownForSeconds === null ? null : Math.floor(given.shownForSeconds),
    was_kept: given.wasKept,
    was_pressed: given.wasPressed,
    standing: 'counted',
    suspicions: [],
    exclusion: null,
    site_id: service.site_id,
    window_id: service.window_id,
    person_id: service.person_id,
    department_id: service.department_id,
    matter_id: service.matter_id,
    served_on: service.served_on,
    rated_at: given.ratedAt,
    received_at: deps.clock.now(),
    reply: '',
  };
}

const saidBy = (row: Pick<EvaluationRow, 'grade' | 'options'>): string =>
  JSON.stringify([row.grade, row.options]);

async function observe(tx: Tx, actor: Actor, row: EvaluationRow): Promise<Observed> {
  const by = (column: Parameters<typeof repository.listRecentBy>[2]) => {
    const value = row[column];
    return value === null ? [] : repository.listRecentBy(tx, row.centre_id, column, value);
  };
  const [address, phone, pad, clerk] = await Promise.all([
    by('address_index'),
    by('phone_index'),
    by('device_id'),
    by('person_id'),
  ]);
  const times = (rows: typeof address) => rows.map(({ rated_at }) => rated_at);
  return {
    shownForSeconds: row.shown_for_seconds,
    isStaffSession: actor.kind === 'staff',
    wasPressed: row.was_pressed,
    ratedAt: row.rated_at,
    sameAddress: times(address),
    samePhone: times(phone),
    samePad: times(pad),
    ofClerk: clerk.map((one) => ({ at: one.rated_at, said: saidBy(one) })),
    said: saidBy(row),
  };
}
