import type { Lookup } from '../directory.ts';

/** The id of a code that the check of the rows has found; throws when it was taken away since. */
export function idOf(lookup: Lookup<{ readonly id: string }>, code: string): string {
  const found = lookup.byCode.get(code);
  if (found === undefined) throw new Error(`A sheet names ${code}, which is not recorded.`);
  return found.id;
}
