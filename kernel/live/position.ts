import { parseSnapshot, type Snapshot } from '../events/snapshot.ts';

/** How far a follower has come: everything visible in the snapshot. It travels as the id of a frame. */
export interface Position {
  readonly snapshot: Snapshot;
  /** When it was given. */
  readonly at: Date;
}

export function toPositionText({ snapshot, at }: Position): string {
  return `${snapshot.text}@${Math.floor(at.getTime() / 1000).toString(36)}`;
}

/** Reads the id that a follower brought back; undefined when it is none. */
export function parsePosition(text: string): Position | undefined {
  const [snapshotText = '', time = '', ...rest] = text.split('@');
  const snapshot = parseSnapshot(snapshotText);
  if (snapshot === undefined || rest.length > 0 || !/^[0-9a-z]{1,8}$/.test(time)) return undefined;
  return { snapshot, at: new Date(Number.parseInt(time, 36) * 1000) };
}
