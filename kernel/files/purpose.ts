import type { Actor } from '../access/contract-actor.ts';
import type { Db } from '../db/types.ts';

/** A use of files that a module declares: who may send one, how large, and who may read it later. */
export interface FilePurpose {
  /** `module.what`, e.g. `staff.photo`. */
  readonly name: string;
  readonly limitBytes?: number;
  readonly mayUpload: (actor: Actor) => boolean;
  /** Whether the actor may read a file that hangs on this subject. */
  readonly mayRead: (db: Db, actor: Actor, subjectId: string) => Promise<boolean> | boolean;
}
