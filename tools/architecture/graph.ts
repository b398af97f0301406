import type { Project } from './project.ts';

/** Groups of files that import each other, each as one shortest circle through its first file. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  return stronglyConnected(graph).map((group) => circleThrough(group, graph));
}

/** Tarjan's algorithm, without recursion so that depth is no limit; only groups of two or more. */
function stronglyConnected(graph: ReadonlyMap<string, readonly string[]>): Array<Set<string>> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: Array<Set<string>> = [];
  const lower = (node: string, value: number) =>
    low.set(node, Math.min(low.get(node) ?? value, value));

  const open = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
    return { node, next: (graph.get(node) ?? []).values() };
  };
  const close = (node: string) => {
    if (low.get(node) !== index.get(node)) return;
    const group = new Set<string>();
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack.delete(member);
      group.add(member);
      if (member === node) break;
    }
    const alone = group.size === 1 && graph.get(node)?.includes(node) !== true;
    if (!alone) groups.push(group);
  };

  for (const start of graph.keys()) {
    if (index.has(start)) continue;
    const path = [open(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done === true) {
        path.pop();
        close(top.node);
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.node, low.get(top.node) ?? 0);
      } else if (!index.has(step.value)) path.push(open(step.value));
      else if (onStack.has(step.value)) lower(top.node, index.get(step.value) ?? 0);
    }
  }
  return groups;
}

function circleThrough(
  group: ReadonlySet<string>,
  graph: ReadonlyMap<string, readonly string[]>,
): string[] {
  const start = [...group].toSorted()[0] ?? '';
  const chain = shortestChain(
    start,
    (node) => (graph.get(node) ?? []).filter((next) => group.has(next)),
    (node, length) => length > 1 && node === start,
  );
  return chain ?? [start];
}

/**
 * The shortest chain from `start` to the first node that `isGoal` accepts, both ends included.
 * The start itself is asked about only when a chain comes back to it.
 */
export function shortestChain(
  start: string,
  nextOf: (node: string) => readonly string[],
  isGoal: (node: string, length: number) => boolean,
): string[] | undefined {
  const seen = new Set<string>();
  let chains = [[start]];
  while (chains.length > 0) {
    const longer: string[][] = [];
    for (const chain of chains) {
      for (const next of nextOf(chain.at(-1) ?? start)) {
        const grown = [...chain, next];
        if (isGoal(next, grown.length)) return grown;
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push(grown);
      }
    }
    chains = longer;
  }
  return undefined;
}

/** Our own files that `path` imports; with `types: false` only what is there when the program runs. */
export function importsOf(project: Project, path: string, options: { types: boolean }): string[] {
  const own = (project.edges.get(path) ?? []).filter(
    (edge) => edge.to !== undefined && (options.types || edge.kind !== 'type'),
  );
  return own.flatMap((edge) => (edge.to === undefined ? [] : [edge.to]));
}
