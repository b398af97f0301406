import { sm3Hex } from '../crypto/sm3.ts';

/** What of an entry is hashed: every column but the bookkeeping of who wrote it when it was not yet sealed. */
export interface SealedContent {
  readonly centre_id: number;
  readonly entry_id: string;
  readonly chain: number;
  /** Microseconds since 1970, as text: exactly what the database holds. */
  readonly at_micros: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly request_id: string | null;
  readonly address: string | null;
  readonly body: string;
}

/** The columns of `SealedContent`, from a table called `e`. */
export const SEALED_COLUMNS = `e.centre_id, e.entry_id, e.chain,
  (extract(epoch FROM e.at) * 1000000)::bigint::text AS at_micros,
  e.actor_kind, e.actor_id, e.actor_name, e.act, e.subject_kind, e.subject_id, e.request_id, e.address, e.body`;

const FORMAT = 1;

/** What the first link of a chain hangs on. */
export function genesisHash(centreId: number, chain: number): string {
  return sm3Hex(`onewindow audit ${centreId}/${chain}`);
}

/** The link of an entry: SM3 over the link before it, its number in the chain and its content. */
export function linkHash(previous: string, seq: number, entry: SealedContent): string {
  const content = [
    FORMAT,
    entry.centre_id,
    entry.chain,
    seq,
    entry.entry_id,
    entry.at_micros,
    entry.actor_kind,
    entry.actor_id,
    entry.actor_name,
    entry.act,
    entry.subject_kind,
    entry.subject_id,
    entry.request_id,
    entry.address,
    entry.body,
  ];
  return sm3Hex(`${previous}\n${JSON.stringify(content)}`);
}

/** Where the kept part of a chain begins, or where it ends. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
}
