import { Visitor, type VisitorObject } from 'vite';

import type { Architecture } from './model.ts';
import { type Project, readProject } from './project.ts';
import type { Finding, Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import type { SourceFile } from './source.ts';

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly imports: number;
  readonly modules: number;
  readonly rules: readonly Rule[];
}

/** Reads the tree below `root` once and puts every rule to it. */
export function checkArchitecture(
  root: string,
  architecture: Architecture,
  rules: readonly Rule[] = allRules,
): Verdict {
  const project = readProject(root, architecture);
  const findings: Finding[] = [];
  for (const file of project.files.values()) visitFile(file, project, rules, findings);
  for (const rule of rules) {
    rule.check?.(project, ({ path, line = 1 }, what) =>
      findings.push({ rule: rule.name, path, line, what }),
    );
  }
  const counts = {
    files: project.files.size,
    imports: [...project.edges.values()].reduce((sum, edges) => sum + edges.length, 0),
    modules: new Set([...project.files.keys()].flatMap(modulePath)).size,
  };
  for (const [name, least] of Object.entries(architecture.floor)) {
    const read = counts[name as keyof typeof counts];
    if (read < least) {
      const what = `read ${read} ${name}, fewer than the ${least} that are surely there`;
      findings.push({ rule: 'floor', path: 'architecture.ts', line: 1, what });
    }
  }
  return { findings: findings.toSorted(byPlace), rules, ...counts };
}

function modulePath(path: string): string[] {
  const found = /^modules\/[^/]+\/[^/]+\//.exec(path)?.[0];
  return found === undefined ? [] : [found];
}

/** One walk through the syntax tree for all rules together. */
function visitFile(
  file: SourceFile,
  project: Project,
  rules: readonly Rule[],
  findings: Finding[],
): void {
  const visitors = rules.flatMap((rule) => {
    const report = (node: { start: number }, what: string) =>
      findings.push({ rule: rule.name, path: file.path, line: file.lineAt(node.start), what });
    const visitor = rule.visit?.(file, report, project);
    return visitor === undefined ? [] : [visitor];
  });
  if (visitors.length > 0) new Visitor(mergeVisitors(visitors)).visit(file.program);
}

function mergeVisitors(visitors: readonly VisitorObject[]): VisitorObject {
  const handlers = new Map<string, Array<(node: never) => void>>();
  for (const visitor of visitors) {
    for (const [kind, handler] of Object.entries(visitor)) {
      const list = handlers.get(kind) ?? [];
      list.push(handler as (node: never) => void);
      handlers.set(kind, list);
    }
  }
  const merged = [...handlers].map(([kind, list]) => [
    kind,
    (node: never) => {
      for (const handler of list) handler(node);
    },
  ]);
  return Object.fromEntries(merged) as VisitorObject;
}

function byPlace(a: Finding, b: Finding): number {
  return a.path.localeCompare(b.path) || a.line - b.line || a.rule.localeCompare(b.rule);
}

/** The findings as lines, each rule's reason once below its findings. */
export function describeVerdict(verdict: Verdict): string[] {
  const lines: string[] = [];
  const reasons = new Map(verdict.rules.map((rule) => [rule.name, rule.reason]));
  for (const [rule, findings] of Map.groupBy(verdict.findings, (finding) => finding.rule)) {
    lines.push(
      rule,
      `  because ${reasons.get(rule) ?? 'a checker that reads nothing finds nothing'}`,
    );
    for (const { path, line, what } of findings) lines.push(`  ${path}:${line}  ${what}`);
  }
  return lines;
}
