import type { Line, Staffing } from './plan.ts';

/**
 * Lines that share a staffed window, be it as its own or to help out, follow one another in one lane: whom such a
 * window calls hangs on all of them. Gives the name of each line’s lane.
 */
export function findLanes(
  lines: readonly Line[],
  staffing: readonly Staffing[],
): (line: Line) => string {
  const staffed = new Set(staffing.map(({ windowId }) => windowId));
  const above = new Map<string, string>();
  const rootOf = (name: string): string => {
    const next = above.get(name);
    return next === undefined ? name : rootOf(next);
  };
  for (const line of lines)
    for (const windowId of [...line.windowIds, ...line.helperIds]) {
      if (!staffed.has(windowId)) continue;
      const [one, other] = [rootOf(nameOf(line)), rootOf(`window ${windowId}`)];
      if (one !== other) above.set(other, one);
    }
  const known = new Map(lines.map((line) => [line.businessId, rootOf(nameOf(line))]));
  return (line) => known.get(line.businessId) ?? nameOf(line);
}

const nameOf = ({ siteId, code }: Line): string => `${siteId}/${code}`;
