import type { ESTree } from 'vite';

import type { Confined } from '../model.ts';
import { insideModule, isIn, isTest, isToolConfig, topFolderOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** `object.property` with plain names, as in `Date.now` or `globalThis.Date.now`; undefined for anything else. */
function plainMember(node: ESTree.MemberExpression): [string, string] | undefined {
  if (node.computed || node.property.type !== 'Identifier') return undefined;
  const { object } = node;
  if (object.type === 'Identifier') return [object.name, node.property.name];
  const outer = object.type === 'MemberExpression' ? plainMember(object) : undefined;
  return outer?.[0] === 'globalThis' ? [outer[1], node.property.name] : undefined;
}

function confine(
  what: Confined,
  reason: string,
  visit: (
    report: (node: { start: number }, what: string) => void,
  ) => ReturnType<NonNullable<Rule['visit']>>,
  isFree: (path: string) => boolean = () => false,
): Rule {
  return {
    name: `only-at-home: ${what}`,
    reason,
    visit(file, report, project) {
      const homes = project.architecture.homes[what];
      if (isIn(file.path, homes) || isFree(file.path)) return undefined;
      return visit(report);
    },
  };
}

export const environmentAtHome = confine(
  'environment',
  'settings are read once, checked at the start and passed on; see kernel/config',
  (report) => ({
    MemberExpression(node) {
      const [object, property] = plainMember(node) ?? [];
      if (object === 'process' && property === 'env') report(node, 'process.env');
    },
    VariableDeclarator(node) {
      if (node.init?.type !== 'Identifier' || node.init.name !== 'process') return;
      if (node.id.type === 'ObjectPattern') report(node, 'taking process apart');
    },
    ImportDeclaration(node) {
      if (node.source.value === 'node:process') report(node, 'import of node:process');
    },
  }),
  isToolConfig,
);

export const timeAtHome = confine(
  'time',
  'time comes from an injected Clock, so that a test can say what day it is; see kernel/clock',
  (report) => ({
    NewExpression(node) {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date';
      if (isDate && node.arguments.length === 0) report(node, 'new Date() without an argument');
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') report(node, 'Date()');
    },
    MemberExpression(node) {
      const [object, property] = plainMember(node) ?? [];
      if (object === 'Date' && property === 'now') report(node, 'Date.now');
    },
  }),
);

function importedName(specifier: ESTree.ImportDeclarationSpecifier): string {
  if (specifier.type !== 'ImportSpecifier') return '';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : '';
}

const randomNames = [
  'getRandomValues',
  'randomBytes',
  'randomFill',
  'randomFillSync',
  'randomInt',
  'randomUUID',
];

export const randomnessAtHome = confine(
  'randomness',
  'ids are ordered and tokens are strong only when they come from one place; see kernel/ids',
  (report) => ({
    MemberExpression(node) {
      const [object, property] = plainMember(node) ?? [];
      if (object === 'Math' && property === 'random') report(node, 'Math.random');
      else if (object === 'crypto' && randomNames.includes(property ?? ''))
        report(node, `crypto.${property}`);
    },
    ImportDeclaration({ source, specifiers }) {
      if (source.value !== 'node:crypto') return;
      for (const specifier of specifiers) {
        const name = importedName(specifier);
        if (randomNames.includes(name)) report(specifier, `import of ${name}`);
      }
    },
  }),
  (path) => isTest(path) || topFolderOf(path) === 'tools',
);

export const consoleAtHome = confine(
  'console',
  'what is printed has no request, no level and no mask for personal data; see kernel/observe',
  (report) => ({
    MemberExpression(node) {
      const [object, property] = plainMember(node) ?? [];
      if (object === 'console') report(node, `console.${property}`);
    },
    ImportDeclaration(node) {
      if (node.source.value === 'node:console') report(node, 'import of node:console');
    },
  }),
  isToolConfig,
);

const queryBuilders = ['kysely', 'pg', 'pg-copy-streams'];

/** In a module, and in a stand-in, only repositories and row types see the query builder. */
function mayQuery(path: string): boolean {
  const inside = topFolderOf(path) === 'standins' ? `server/${path}` : (insideModule(path) ?? '');
  return /^server\/(?:.+\/)?(?:repository|tables)(?:-[a-z-]+)?(?:\.db)?(?:\.test)?\.ts$/.test(
    inside,
  );
}

export const queryBuilderAtHome: Rule = {
  name: 'only-at-home: query-builder',
  reason:
    'SQL stands in repositories only, so that what a module asks of the database is on one page',
  check(project, report) {
    const homes = project.architecture.homes['query-builder'];
    for (const [path, edges] of project.edges) {
      if (isIn(path, homes) || mayQuery(path)) continue;
      for (const { package: name, line } of edges)
        if (name !== undefined && queryBuilders.includes(name))
          report({ path, line }, `import of ${name}`);
    }
  },
};
