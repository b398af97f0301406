import type { Db } from '#kernel/db/types.ts';

import type { MergeBlocker, MovedKind } from '../contract.ts';
import { toComparable } from './numbers.ts';
import * as repository from './repository.ts';
import type {
  ContactRow,
  IdentifierRow,
  MandateRow,
  Move,
  PartyRow,
  SignInRow,
  VerificationRow,
} from './tables.ts';
import type { Vault } from './vault.ts';

export interface PlannedMove {
  readonly kind: MovedKind;
  readonly move: Move;
  readonly row: IdentifierRow | ContactRow | VerificationRow | MandateRow | SignInRow;
  /** Left behind: the other record has the same, or it would make somebody their own representative. */
  readonly stays: boolean;
}

export interface MergePlan {
  readonly moves: readonly PlannedMove[];
  readonly blockers: readonly MergeBlocker[];
}

/** What would go over from one record into another, and what forbids it. Reads only. */
export async function planMerge(
  db: Db,
  vault: Vault,
  from: PartyRow,
  into: PartyRow,
): Promise<MergePlan> {
  const { centre_id: centreId } = from;
  const ids = [from.party_id, into.party_id];
  const [belongings, mandates, signIns] = await Promise.all([
    repository.findBelongings(db, centreId, ids),
    repository.findMandatesOf(db, centreId, ids),
    repository.findSignIns(db, centreId, { partyId: from.party_id }),
  ]);
  const isFrom = (row: { readonly party_id: string }) => row.party_id === from.party_id;
  const [identifiers, kept] = split(belongings.identifiers, isFrom);
  return {
    moves: [
      ...identifiers.map((row) =>
        planned('identifier', 'parties.identifier', row, row.identifier_id),
      ),
      ...planContacts(vault, belongings.contacts, isFrom),
      ...belongings.verifications
        .filter(isFrom)
        .map((row) => planned('verification', 'parties.verification', row, row.verification_id)),
      ...planMandates(mandates, from.party_id, into.party_id),
      ...signIns.map((row) => planned('sign-in', 'parties.sign_in', row, row.sign_in_id)),
    ],
    blockers: findBlockers(from, into, hasOtherNumber(vault, identifiers, kept)),
  };
}

function split<T>(rows: readonly T[], test: (row: T) => boolean): [T[], T[]] {
  return [rows.filter(test), rows.filter((row) => !test(row))];
}

function planned(
  kind: MovedKind,
  table: Move['table'],
  row: PlannedMove['row'],
  id: string,
): PlannedMove {
  const move: Move = { table, id, column: 'party_id', version: row.version + 1 };
  return { kind, move, row, stays: false };
}

function planContacts(
  vault: Vault,
  contacts: readonly ContactRow[],
  isFrom: (row: ContactRow) => boolean,
): PlannedMove[] {
  const [moving, kept] = split(contacts, isFrom);
  const key = (row: ContactRow) => `${row.kind} ${vault.openContact(row)}`;
  const there = new Set(kept.filter((row) => row.ended_at === null).map(key));
  return moving.map((row) => ({
    ...planned('contact', 'parties.contact', row, row.contact_id),
    stays: there.has(key(row)),
  }));
}

function planMandates(
  mandates: readonly MandateRow[],
  fromId: string,
  intoId: string,
): PlannedMove[] {
  const key = (row: MandateRow) =>
    [row.principal_id, row.representative_id, row.kind, row.valid_from].join(' ');
  const live = (row: MandateRow) => row.revoked_at === null;
  const taken = new Set(mandates.filter(live).map(key));
  return mandates.flatMap((row): PlannedMove[] => {
    const column =
      row.principal_id === fromId
        ? 'principal_id'
        : row.representative_id === fromId && 'representative_id';
    if (column === false) return [];
    const moved = { ...row, [column]: intoId };
    const isSelf = moved.principal_id === moved.representative_id;
    const stays = isSelf || (live(row) && taken.has(key(moved)));
    if (!stays && live(row)) taken.add(key(moved));
    const move: Move = {
      table: 'parties.mandate',
      id: row.mandate_id,
      column,
      version: row.version + 1,
    };
    return [{ kind: 'mandate', move, row, stays }];
  });
}

/** The numbers that a person or firm has one of for life. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['111', 'citizen'],
  ['112', 'citizen'],
  ['uscc', 'uscc'],
]);

/** Whether both records hold a number of which there can be only one, and the two differ. */
export function hasOtherNumber(
  vault: Vault,
  some: readonly IdentifierRow[],
  others: readonly IdentifierRow[],
): boolean {
  const numbers = (rows: readonly IdentifierRow[]) =>
    rows.flatMap((row) => {
      const group = SINGLE.get(row.kind);
      return group === undefined
        ? []
        : [{ group, number: toComparable(row.kind, vault.openNumber(row)) }];
    });
  const there = numbers(others);
  return numbers(some).some(({ group, number }) =>
    there.some((one) => one.group === group && one.number !== number),
  );
}

function findBlockers(from: PartyRow, into: PartyRow, isOther: boolean): MergeBlocker[] {
  const found: Array<[boolean, MergeBlocker]> = [
    [from.party_id === into.party_id, 'same-record'],
    [from.status !== 'active' || into.status !== 'active', 'not-active'],
    [from.kind !== into.kind, 'different-kinds'],
    [isOther, 'different-numbers'],
  ];
  return found.flatMap(([holds, blocker]) => (holds ? [blocker] : []));
}
