import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import { parsePhone } from '#kernel/ids/phone.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Found, permissions, problems, type SearchInput } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { registerSearched } from './events.ts';
import { inOrder } from './get-party.ts';
import { normaliseName, toQueryTokens } from './names.ts';
import { toSearchForms } from './numbers.ts';
import { findByName, findByNumber, findByPhone } from './repository-search.ts';
import type { PartyRow } from './tables.ts';
import { loadSummaries, type Viewing, viewingOf } from './view.ts';

interface Rows {
  readonly by: Found['by'];
  readonly rows: readonly PartyRow[];
  readonly nextCursor: string | null;
}

/** Finds by one box: a telephone, a number of any paper, a register number, else a name. Audited; masked. */
export async function searchParties(
  deps: PartiesDeps,
  actor: Actor,
  input: SearchInput,
): Promise<Found> {
  authoriseAtDesk(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  const found = await findRows(db, viewing, centreId, input);
  const summaries = await loadSummaries(db, viewing, centreId, found.rows);
  const items = inOrder(found.rows, summaries);
  await deps.database.transaction(async (tx) => {
    registerSearched(
      tx,
      deps.clock,
      actor,
      found.by,
      items.map(({ id }) => id),
    );
  });
  return { by: found.by, items, nextCursor: found.nextCursor };
}

/** Our own numbers: P-W98YAN7T, or P0012 of a sheet. */
const PARTY_NO = /^[PO]-?[0-9A-Z]{4,10}$/i;

async function findRows(
  db: Db,
  viewing: Viewing,
  centreId: number,
  input: SearchInput,
): Promise<Rows> {
  const { vault } = viewing;
  const text = input.text.trim();
  const phone = parsePhone(text);
  if (phone.ok) {
    const rows = await findByPhone(db, centreId, vault.findPhone(phone.value.number));
    // Eleven digits may be a telephone or the number of a paper; the telephone goes first.
    if (rows.length > 0) return { by: 'phone', rows, nextCursor: null };
  }
  if (/\d{4}/.test(text) || PARTY_NO.test(text)) {
    const indexes = toSearchForms(text).flatMap((form) => vault.findNumber(form));
    const rows = await findByNumber(db, centreId, indexes, text.toUpperCase());
    if (rows.length > 0 || !/\p{Script=Han}|^\D+$/u.test(text))
      return { by: phone.ok ? 'phone' : 'number', rows, nextCursor: null };
  }
  return findNamed(db, viewing, centreId, input);
}

async function findNamed(
  db: Db,
  { vault }: Viewing,
  centreId: number,
  input: SearchInput,
): Promise<Rows> {
  const tokens = toQueryTokens(input.text);
  if (tokens.length === 0) throw new ProblemError(problems.tooGeneral);
  const rows = await findByName(db, centreId, {
    tokens: vault.findTokens(tokens),
    firmPart: normaliseName(input.text).toLowerCase(),
    cursor: readCursor(input.cursor),
    limit: input.limit,
  });
  const page = toPage(
    rows,
    input.limit,
    (row) => row,
    (row) => [row.party_id],
  );
  return { by: 'name', rows: page.items, nextCursor: page.nextCursor };
}
