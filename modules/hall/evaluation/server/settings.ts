import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { defineSettings } from '#kernel/module/settings.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  DEFAULT_SETTINGS,
  type EvaluationSettings,
  events,
  type OptionSet,
  type OptionSetInput,
  permissions,
  problems,
  type RatingOption,
  standardSet,
} from '../contract.ts';
import type { EvaluationDeps } from './deps.ts';
import * as repository from './repository.ts';
import { findWrongOption } from './rules/rating.ts';
import type { OptionSetRow } from './tables.ts';

/** Terms, pad and rules of this centre. Limits that run already stay when they change. */
export const { read: readSettings, change: changeSettings } = defineSettings<EvaluationSettings>({
  name: 'evaluation.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manageSettings,
  changed: events.settingsChanged,
});

const toOptionSet = (row: OptionSetRow): OptionSet => ({
  version: row.version,
  name: row.name,
  basis: row.basis,
  validFrom: row.valid_from,
  options: row.options as RatingOption[],
  createdAt: row.created_at.toISOString(),
});

/** Every version, the newest first; the national set is the first of all. */
async function loadSets(db: Db, centreId: number): Promise<OptionSet[]> {
  return [...(await repository.listOptionSets(db, centreId)).map(toOptionSet), standardSet];
}

/** The options of a day. */
export async function findSetOn(db: Db, centreId: number, day: Day): Promise<OptionSet> {
  const sets = await loadSets(db, centreId);
  return sets.find(({ validFrom }) => validFrom <= day) ?? standardSet;
}

/** A version that a rating names; undefined when there is none. */
export async function findSet(
  db: Db,
  centreId: number,
  version: number,
): Promise<OptionSet | undefined> {
  return (await loadSets(db, centreId)).find((set) => set.version === version);
}

/** The words of codes, whatever version they were chosen from. */
export async function loadOptionWords(
  db: Db,
  centreId: number,
): Promise<(version: number, code: string) => RatingOption> {
  const sets = await loadSets(db, centreId);
  return (version, code) =>
    sets.find((set) => set.version === version)?.options.find((one) => one.code === code) ?? {
      code,
      textZh: code,
      textEn: code,
    };
}

export async function listOptionSets({ database, clock }: EvaluationDeps, actor: Actor) {
  if (!mayAnywhere(actor, permissions.view.name)) authorise(actor, permissions.view.name);
  const items = await loadSets(database.db, actor.centreId);
  const today = localDay(clock.now());
  const inForce = items.find(({ validFrom }) => validFrom <= today) ?? standardSet;
  return { inForce: inForce.version, items };
}

/** Issues a new version from a day to come. What is in force is never changed: ratings name their version. */
export async function issueOptionSet(
  { database, clock }: EvaluationDeps,
  actor: Actor,
  input: OptionSetInput,
  once: Once,
): Promise<OptionSet> {
  authorise(actor, permissions.manageSettings.name);
  const wrong = findWrongOption(input.options);
  if (wrong !== undefined) throw new ProblemError(problems.optionsWrong, { what: wrong });
  return database.transaction(async (tx) => {
    const [newest = standardSet] = await loadSets(tx, actor.centreId);
    const now = clock.now();
    if (input.validFrom < addDays(localDay(now), 1) || input.validFrom <= newest.validFrom)
      throw new ProblemError(problems.versionInForce);
    const row: OptionSetRow = {
      centre_id: actor.centreId,
      version: newest.version + 1,
      name: input.name,
      basis: input.basis,
      options: input.options,
      valid_from: input.validFrom,
      created_by: actor.id,
      created_at: now,
    };
    repository.insertOptionSet(tx, row);
    tell(tx, clock, actor, events.optionsIssued, {
      subject: { kind: 'evaluation.option-set', id: String(row.version) },
      payload: { version: row.version },
      audit: { name: row.name, basis: row.basis, options: input.options },
    });
    const answer = toOptionSet(row);
    once.claim(tx, answer);
    return answer;
  });
}
