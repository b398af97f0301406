/**
 * What a PostgreSQL snapshot sees: every transaction below `xmin`, none from `xmax` on, and between
 * them all but those that were running. Transaction numbers are 64 bits and never wrap (xid8).
 */
export interface Snapshot {
  /** As PostgreSQL writes it: `xmin:xmax:running,running`. */
  readonly text: string;
  readonly xmin: bigint;
  readonly xmax: bigint;
  readonly running: ReadonlySet<bigint>;
}

const PATTERN = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/;

/** Reads the text form of a snapshot; undefined when it is none. */
export function parseSnapshot(text: string): Snapshot | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, xmin = '', xmax = '', running = ''] = match;
  const snapshot = {
    text,
    xmin: BigInt(xmin),
    xmax: BigInt(xmax),
    running: new Set(running === '' ? [] : running.split(',').map(BigInt)),
  };
  return snapshot.xmin <= snapshot.xmax ? snapshot : undefined;
}

/** The snapshot that a statement returned. Throws when the text is not one. */
export function getSnapshot(text: string): Snapshot {
  const snapshot = parseSnapshot(text);
  if (snapshot === undefined) throw new Error(`Not a snapshot: ${text.slice(0, 80)}`);
  return snapshot;
}

/** Whether what this transaction wrote was committed and visible when the snapshot was taken. */
export function isVisible(transaction: bigint, snapshot: Snapshot): boolean {
  if (transaction < snapshot.xmin) return true;
  return transaction < snapshot.xmax && !snapshot.running.has(transaction);
}

/** Whether `a` was taken after `b` and may see more. Snapshots of one server are ordered in time. */
export function isLater(a: Snapshot, b: Snapshot): boolean {
  if (a.xmax !== b.xmax) return a.xmax > b.xmax;
  return a.running.size < b.running.size;
}
