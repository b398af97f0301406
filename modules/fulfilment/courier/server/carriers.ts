import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Carrier, type CarrierInput, events, permissions, problems } from '../contract.ts';
import type { CourierDeps, Doing } from './deps.ts';
import * as repository from './repository.ts';
import type { CarrierRow } from './tables.ts';
import { sealSecret } from './vault.ts';

const toCarrier = (row: CarrierRow): Carrier => ({
  id: row.carrier_id,
  code: row.code,
  name: row.name,
  endpoint: row.endpoint,
  isActive: row.is_active,
  isStandIn: row.is_stand_in,
  pushPath: `/api/v1/public/courier/${row.code}/pushes`,
  version: row.version,
});

export async function listCarriers(deps: CourierDeps, actor: Actor) {
  authorise(actor, permissions.view.name);
  const rows = await repository.listCarriers(deps.database.db, actor.centreId);
  return { items: rows.map(toCarrier) };
}

/** Writes a carrier and tells it. */
export function save(
  { deps, tx, actor }: Pick<Doing, 'tx' | 'actor'> & { readonly deps: Pick<CourierDeps, 'clock'> },
  row: CarrierRow,
): Carrier {
  repository.putCarrier(tx, row);
  tell(tx, deps.clock, actor, events.carrierChanged, {
    subject: { kind: 'courier.carrier', id: row.carrier_id },
    payload: { carrierId: row.carrier_id, isActive: row.is_active },
    audit: { name: row.name, endpoint: row.endpoint },
  });
  return toCarrier(row);
}

export async function createCarrier(
  deps: CourierDeps,
  actor: Actor,
  input: CarrierInput,
  once: Once,
): Promise<Carrier> {
  authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    if (await repository.findCarrierByCode(tx, actor.centreId, input.code))
      throw new ProblemError(problems.carrierKnown);
    const key = { centre_id: actor.centreId, carrier_id: newId(deps.clock) };
    const view = save(
      { deps, tx, actor },
      {
        ...key,
        code: input.code,
        name: input.name,
        endpoint: input.endpoint,
        secret_sealed: sealSecret(deps.cipher, key, input.secret),
        is_active: input.isActive,
        is_stand_in: input.isStandIn,
        version: 1,
        updated_at: deps.clock.now(),
      },
    );
    once.claim(tx, view);
    return view;
  });
}

export async function changeCarrier(
  deps: CourierDeps,
  actor: Actor,
  id: string,
  { version, secret, ...input }: Omit<CarrierInput, 'code'> & { readonly version: number },
  once: Once,
): Promise<Carrier> {
  authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    const before = orNotFound(await repository.lockCarrier(tx, actor.centreId, id));
    requireVersion(before, version);
    const view = save(
      { deps, tx, actor },
      {
        ...before,
        name: input.name,
        endpoint: input.endpoint,
        is_active: input.isActive,
        is_stand_in: input.isStandIn,
        secret_sealed:
          secret === '' ? before.secret_sealed : sealSecret(deps.cipher, before, secret),
        version: before.version + 1,
        updated_at: deps.clock.now(),
      },
    );
    once.claim(tx, view);
    return view;
  });
}
