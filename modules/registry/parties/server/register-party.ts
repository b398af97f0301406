import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { type OrganisationInput, type Party, type PersonInput, permissions } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { draftOrganisation, draftPerson, type PartyDraft, sealDraft } from './draft.ts';
import { partyRegistered } from './events.ts';
import { refuseTaken, refusingTaken } from './refuse-taken.ts';
import { toParty, viewingOf } from './view.ts';
import { insertParties } from './write-party.ts';

/** Registers a person. A repeat with the same key gives the same record; a number that is held already is refused. */
export async function registerPerson(
  deps: PartiesDeps,
  actor: Actor,
  input: PersonInput,
  once: Once,
): Promise<Party> {
  authoriseAtDesk(actor, permissions.register.name);
  return register(deps, actor, (today) => draftPerson(input, today), once);
}

/** Registers a firm or another organisation, by the same rules. */
export async function registerOrganisation(
  deps: PartiesDeps,
  actor: Actor,
  input: OrganisationInput,
  once: Once,
): Promise<Party> {
  authoriseAtDesk(actor, permissions.register.name);
  return register(deps, actor, (today) => draftOrganisation(input, today), once);
}

async function register(
  deps: PartiesDeps,
  actor: Actor,
  draftFor: (today: string) => PartyDraft,
  once: Once,
): Promise<Party> {
  const { clock, database } = deps;
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  const draft = draftFor(viewing.today);
  return refusingTaken(database.db, viewing, centreId, draft.identifier, () =>
    database.transaction(async (tx) => {
      await refuseTaken(tx, viewing, centreId, draft.identifier);
      const made = sealDraft({ ...viewing, clock, centreId }, draft);
      insertParties(tx, centreId, [made]);
      partyRegistered(tx, clock, actor, made.party, 'desk');
      const view = toParty(viewing, made.party, {
        identifiers: [...made.identifiers],
        contacts: [...made.contacts],
        verifications: [],
      });
      once.claim(tx, view);
      return view;
    }),
  );
}
