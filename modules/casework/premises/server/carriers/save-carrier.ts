import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Carrier, type CarrierInput, problems } from '../../contract.ts';
import { requireFirm } from '../acting.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { tellCarrier } from '../events.ts';
import * as repository from '../repository.ts';
import type { CarrierRow } from '../tables.ts';
import { loadTowns, type Towns } from '../towns.ts';
import { toCarrier } from '../view.ts';

/** Enters a carrier that the firm runs. A repeat with the same key gives the same one. */
export async function createCarrier(
  deps: PremisesDeps,
  actor: Actor,
  input: CarrierInput,
  once: Once,
): Promise<Carrier> {
  return deps.database.transaction(async (tx) => {
    const firm = await requireFirm(deps, tx, actor);
    const towns = await requireTown(deps, tx, actor.centreId, input.town);
    const { isDemonstration } = await centreDay(deps, tx, actor.centreId);
    const row: CarrierRow = {
      centre_id: actor.centreId,
      carrier_id: newId(deps.clock),
      kind: input.kind,
      name: input.name,
      name_en: input.nameEn,
      town: input.town,
      phone: input.phone,
      operator_id: firm.partyId,
      operator_name: firm.name,
      operator_code: firm.creditCode,
      is_demonstration: isDemonstration,
      version: 1,
      updated_at: deps.clock.now(),
    };
    repository.putCarrier(tx, row);
    tellCarrier({ deps, tx, actor }, row.carrier_id, { after: row });
    const view = toCarrier(row, towns);
    once.claim(tx, view);
    return view;
  });
}

/** Changes it; once something of it is filed, kind and town stay as they were filed. */
export async function changeCarrier(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
  { version, ...input }: CarrierInput & { readonly version: number },
  once: Once,
): Promise<Carrier> {
  return deps.database.transaction(async (tx) => {
    const firm = await requireFirm(deps, tx, actor);
    const found = await repository.lockCarrier(tx, actor.centreId, id);
    const before = orNotFound(found?.operator_id === firm.partyId ? found : undefined);
    requireVersion(before, version);
    const towns = await requireTown(deps, tx, actor.centreId, input.town);
    const filings = await repository.listFilingsOf(tx, actor.centreId, [id]);
    const isFiled = filings.some(({ filed_version }) => filed_version > 0);
    const row: CarrierRow = {
      ...before,
      kind: isFiled ? before.kind : input.kind,
      town: isFiled ? before.town : input.town,
      name: isFiled ? before.name : input.name,
      name_en: input.nameEn,
      phone: input.phone,
      version: before.version + 1,
      updated_at: deps.clock.now(),
    };
    repository.putCarrier(tx, row);
    tellCarrier({ deps, tx, actor }, id, { before, after: row });
    const view = toCarrier(row, towns);
    once.claim(tx, view);
    return view;
  });
}

async function requireTown(
  deps: PremisesDeps,
  db: Db,
  centreId: number,
  code: string,
): Promise<Towns> {
  const towns = await loadTowns(deps, db, centreId);
  if (!towns.isTown(code)) throw new ProblemError(problems.townUnknown, { code });
  return towns;
}
