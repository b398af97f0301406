import { authorise, may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { commonProblems } from '#kernel/problems/contract.ts';

import { events, type OrderInput, permissions, problems } from '../contract.ts';
import type { DeviceDeps } from './deps.ts';
import { tellOfDevice } from './events.ts';
import * as states from './repository-state.ts';
import * as repository from './repository.ts';

interface GivenOrder {
  deviceId: string;
  given: boolean;
  problem: string | null;
}

/**
 * Tells devices to do something; each answers for itself, and those that can not be told are named with
 * the reason. A lock holds from now on, whether or not the device has heard of it.
 */
export async function giveOrder(
  deps: DeviceDeps,
  actor: Actor,
  input: OrderInput,
  once: Once,
): Promise<{ items: GivenOrder[] }> {
  authoriseAnywhere(actor);
  return deps.database.transaction(async (tx) => {
    const items: GivenOrder[] = [];
    // In the order of their ids, so that two people who tell the same devices wait for each other and no more.
    for (const deviceId of [...new Set(input.deviceIds)].toSorted()) {
      const problem = await giveOne(deps, tx, actor, deviceId, input);
      items.push({ deviceId, given: problem === null, problem });
    }
    once.claim(tx, { items });
    return { items };
  });
}

function authoriseAnywhere(actor: Actor): void {
  const isHeld = actor.grants.some((grant) => grant.permission === permissions.operate.name);
  if (!isHeld) authorise(actor, permissions.operate.name);
}

async function giveOne(
  { clock }: DeviceDeps,
  tx: Tx,
  actor: Actor,
  deviceId: string,
  input: OrderInput,
): Promise<string | null> {
  const device = await repository.lockDevice(tx, actor.centreId, deviceId);
  if (device === undefined) return commonProblems.notFound.code;
  if (!may(actor, permissions.operate.name, { siteId: device.site_id }))
    return commonProblems.forbidden.code;
  if (device.account_id === null) return problems.notEnrolled.code;
  const order = {
    centre_id: actor.centreId,
    order_id: newId(),
    device_id: deviceId,
    act: input.act,
    text: input.text,
    issued_by: actor.id,
    issued_by_name: actor.name,
    issued_at: clock.now(),
    fetched_at: null,
    answered_at: null,
    outcome: '',
  };
  states.insertOrder(tx, order);
  if (input.act === 'lock') states.setLock(tx, actor.centreId, deviceId, input.text);
  if (input.act === 'unlock') states.setLock(tx, actor.centreId, deviceId, null);
  tellOfDevice(
    { tx, clock, actor },
    events.orderGiven,
    device,
    { orderId: order.order_id, act: input.act },
    { text: input.text },
  );
  return null;
}
