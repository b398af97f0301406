import { findCycles, importsOf } from '../graph.ts';
import { topFolderOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** Imports of types count: two files that need each other's types cannot be read one before the other. */
export const noCycle: Rule = {
  name: 'no-cycle',
  reason:
    'files in a circle start in an order that nobody chose and can only be understood all at once',
  check(project, report) {
    const graph = new Map(
      [...project.edges.keys()].map((path) => [path, importsOf(project, path, { types: true })]),
    );
    for (const circle of findCycles(graph))
      report({ path: circle[0] ?? '' }, `import circle: ${circle.join(' -> ')}`);
  },
};

export const kernelPartsInOrder: Rule = {
  name: 'kernel-parts-in-order',
  reason:
    'a part of the kernel can be learned after those that it uses, and before those that use it',
  check(project, report) {
    const graph = new Map<string, Set<string>>();
    for (const [path, edges] of project.edges) {
      const from = kernelPartOf(path);
      if (from === undefined) continue;
      const targets = graph.get(from) ?? new Set<string>();
      graph.set(from, targets);
      for (const { to } of edges) {
        const part = to === undefined ? undefined : kernelPartOf(to);
        if (part !== undefined && part !== from) targets.add(part);
      }
    }
    const lists = new Map([...graph].map(([part, targets]) => [part, [...targets]]));
    for (const circle of findCycles(lists))
      report({ path: `kernel/${circle[0]}` }, `parts import each other: ${circle.join(' -> ')}`);
  },
};

/** Tests do not count: they may look at anything. */
function kernelPartOf(path: string): string | undefined {
  if (topFolderOf(path) !== 'kernel' || /\.test\.tsx?$/.test(path)) return undefined;
  return path.split('/')[1];
}
