import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type Person, permissions } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { personChanged } from './events.ts';
import { authoriseFor } from './reach.ts';
import { saveRows } from './repository-rows.ts';
import { findPerson, lockPerson } from './repository.ts';
import { refuseLeft } from './save-person.ts';
import { loadSurroundings, toPerson } from './surroundings.ts';

export const PHOTO_PURPOSE = 'staff.photo';

const MIB = 1024 * 1024;

/** Photos for badges: sent by who keeps the register, seen by who may see the person, and by the person. */
export const photoPurpose: FilePurpose = {
  name: PHOTO_PURPOSE,
  limitBytes: 5 * MIB,
  mayUpload: (actor) => mayAnywhere(actor, permissions.manage.name),
  mayRead: async (db, actor, personId) => {
    if (mayAnywhere(actor, permissions.view.name)) return true;
    return (await findPerson(db, actor.centreId, personId))?.account_id === actor.id;
  },
};

/** Uses an uploaded picture as somebody's photo. */
export async function setPhoto(
  deps: StaffDeps,
  actor: Actor,
  personId: string,
  input: { readonly fileId: string; readonly version: number },
  once: Once,
): Promise<Person> {
  if (!mayAnywhere(actor, permissions.manage.name)) authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    const before = orNotFound(await lockPerson(tx, actor.centreId, personId));
    const around = await loadSurroundings(deps, tx, actor.centreId);
    authoriseFor(actor, permissions.manage, before, around);
    requireVersion(before, input.version);
    refuseLeft(before, around);
    await deps.files.attach(tx, actor, input.fileId, PHOTO_PURPOSE, {
      kind: 'staff.person',
      id: personId,
    });
    const row = {
      ...before,
      photo_file_id: input.fileId,
      version: before.version + 1,
      updated_at: deps.clock.now(),
    };
    saveRows(tx, 'staff.person', [row]);
    personChanged(tx, deps.clock, actor, row, { act: 'photo' });
    const answer = toPerson(row, around);
    once.claim(tx, answer);
    return answer;
  });
}
