import { findCycles, importsOf } from '../graph.ts';
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
