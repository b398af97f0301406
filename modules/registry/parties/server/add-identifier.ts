import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { type IdentifierKind, type Party, permissions, PersonIdentifierKind } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { sealIdentifier, sealNames } from './draft.ts';
import { partyChanged } from './events.ts';
import { invalidField, orFault } from './faults.ts';
import { lockActive } from './lock-active.ts';
import { type PaperNumber, parseNumber } from './numbers.ts';
import { refuseTaken, refusingTaken } from './refuse-taken.ts';
import { insertRows, updateRows } from './repository-rows.ts';
import type { PartyRow } from './tables.ts';
import { loadParty, type Viewing, viewingOf } from './view.ts';

/** Whether a paper of that kind can be a person's or an organisation's. */
export function isKindOf(partyKind: PartyRow['kind'], kind: IdentifierKind): boolean {
  return PersonIdentifierKind.safeParse(kind).success === (partyKind === 'person');
}

/** Adds the number of a further paper; birth and sex are taken from it where they were not known. */
export async function addIdentifier(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  input: { readonly kind: IdentifierKind; readonly number: string },
  once: Once,
): Promise<Party> {
  authoriseAtDesk(actor, permissions.register.name);
  const { clock, database } = deps;
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  const paper = orFault(parseNumber(input.kind, input.number, viewing.today), 'body.number');
  const wanted = { kind: input.kind, number: paper.number };
  return refusingTaken(database.db, viewing, centreId, wanted, () =>
    database.transaction(async (tx) => {
      const party = await lockActive(tx, centreId, partyId);
      if (!isKindOf(party.kind, input.kind)) {
        throw invalidField({
          path: 'body.kind',
          reason: {
            'zh-CN': '证件种类与主体类型不符。',
            en: 'A paper of this kind does not belong to this kind of party.',
          },
        });
      }
      await refuseTaken(tx, viewing, centreId, wanted, partyId);
      insertRows(tx, 'parties.identifier', [
        sealIdentifier({ ...viewing, clock, centreId }, partyId, wanted),
      ]);
      const after = withPaper(viewing, party, paper);
      if (after !== party) updateRows(tx, 'parties.party', [after]);
      partyChanged(tx, clock, actor, partyId, { what: 'identifiers', fields: [input.kind] });
      const view = await loadParty(tx, viewing, after);
      once.claim(tx, view);
      return view;
    }),
  );
}

/** The record with what the paper says of the person, where nothing was known. */
export function withPaper({ vault }: Viewing, party: PartyRow, paper: PaperNumber): PartyRow {
  const details = vault.openDetails(party);
  const bornOn = details.bornOn ?? paper.bornOn ?? null;
  const sex = details.sex ?? paper.sex ?? null;
  if (bornOn === details.bornOn && sex === details.sex) return party;
  const name = vault.openName(party);
  const named = { kind: party.kind, name, details: { ...details, bornOn, sex } };
  return {
    ...party,
    ...sealNames({ vault }, party.party_id, named),
    version: party.version + 1,
  };
}
