import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';

import { save } from './carriers.ts';
import type { Doing } from './deps.ts';
import * as repository from './repository.ts';
import { openSecret, sealSecret } from './vault.ts';

const CODE = 'standin';
const NAME = '演示速递（模拟）';

/**
 * Enters the imitated carrier of a demonstration where the centre has no carrier, and keeps its address and secret as they are
 * now. Somebody's change of its name, or that it is stopped, stays.
 */
export async function keepStandinCarrier(
  deps: Pick<Doing['deps'], 'database' | 'clock' | 'cipher'>,
  centreId: number,
  { endpoint, secret }: { readonly endpoint: string; readonly secret: string },
): Promise<void> {
  const actor = systemActor(centreId, 'courier.stand-in');
  await deps.database.transaction(async (tx) => {
    const carriers = await repository.listCarriers(tx, centreId);
    const before = carriers.find((row) => row.code === CODE);
    if (before === undefined && carriers.length > 0) return;
    const isSame = before?.endpoint === endpoint && openSecret(deps.cipher, before) === secret;
    if (isSame) return;
    const key = before ?? { centre_id: centreId, carrier_id: newId(deps.clock) };
    save(
      { deps, tx, actor },
      {
        code: CODE,
        name: NAME,
        is_active: true,
        ...key,
        endpoint,
        secret_sealed: sealSecret(deps.cipher, key, secret),
        is_stand_in: true,
        version: (before?.version ?? 0) + 1,
        updated_at: deps.clock.now(),
      },
    );
  });
}
