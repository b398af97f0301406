import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { MattersDeps } from '../deps.ts';
import { listFileIds } from '../file-ids.ts';
import { SAMPLE_PURPOSE } from '../file-purposes.ts';
import type { Content } from '../tables.ts';

interface Saved {
  readonly matterId: string;
  readonly content: Content;
  /** What the edition said before; its files hang on the matter already. */
  readonly before?: Content;
}

/** Hangs the files that a content newly names on its matter; refuses those of somebody else. */
export async function attachSamples(
  { files }: Pick<MattersDeps, 'files'>,
  tx: Tx,
  actor: Actor,
  { matterId, content, before }: Saved,
): Promise<void> {
  const known = new Set(before === undefined ? [] : listFileIds(before));
  for (const id of listFileIds(content).filter((named) => !known.has(named)))
    await files.attach(tx, actor, id, SAMPLE_PURPOSE, { kind: 'matters.matter', id: matterId });
}
