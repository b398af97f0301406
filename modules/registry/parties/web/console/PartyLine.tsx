import { To } from '#web/kit/staff/index.ts';

import type { PartySummary } from '../../contract.ts';

/** A record in one cell: name, number, telephone. */
export function PartyLine({ party }: { readonly party: PartySummary }) {
  return (
    <>
      <To to={`/parties/${party.id}`}>{party.name === '' ? party.partyNo : party.name}</To>
      <br />
      <small>
        {[party.partyNo, party.identifier?.masked, party.phone].filter(Boolean).join(' · ')}
      </small>
    </>
  );
}
