import type { BundleContent, BundleMember } from '../bundle.ts';

/** A member with what must be granted before it, and how many steps that makes. */
export interface Staged {
  readonly member: BundleMember;
  readonly stage: number;
  readonly after: string[];
}

/**
 * The order in which members run. Each waits for those that it names and that are applied for; in a serial
 * bundle one that names none waits for the member before it. Members that wait for each other, which
 * `checkBundle` refuses, do not wait.
 */
export function toStages(mode: BundleContent['mode'], members: readonly BundleMember[]): Staged[] {
  const waits = new Map(
    members.map((member, index) => [member.key, waitsFor(mode, members, member, index)]),
  );
  const stageOf = (key: string, seen: readonly string[]): number => {
    const after = (waits.get(key) ?? []).filter((other) => !seen.includes(other));
    return Math.max(0, ...after.map((other) => stageOf(other, [...seen, other]) + 1));
  };
  return members.map((member) => ({
    member,
    stage: stageOf(member.key, [member.key]),
    after: waits.get(member.key) ?? [],
  }));
}

function waitsFor(
  mode: BundleContent['mode'],
  members: readonly BundleMember[],
  member: BundleMember,
  index: number,
): string[] {
  const named = member.after.filter((key) => members.some((other) => other.key === key));
  const previous = members[index - 1];
  if (named.length > 0 || mode === 'parallel' || previous === undefined) return named;
  return [previous.key];
}
