import { insideModule, isIn } from '../places.ts';
import type { Rule } from '../rule.ts';

export const routesDecideNothing: Rule = {
  name: 'routes-decide-nothing',
  reason:
    'a route is path, schema, permission and one call; a decision there is tested by nobody and used by nobody else',
  visit(file, report) {
    const inside = insideModule(file.path) ?? '';
    if (!/^server\/(?:.+\/)?routes(?:-[a-z-]+)?\.ts$/.test(inside)) return undefined;
    return {
      IfStatement: (node) => report(node, 'if in a routes file'),
      ConditionalExpression: (node) => report(node, 'conditional expression in a routes file'),
      SwitchStatement: (node) => report(node, 'switch in a routes file'),
    };
  },
};

const moneyFolders = ['kernel/money', 'modules/finance'];

export const moneyIsExact: Rule = {
  name: 'money-is-exact',
  reason: 'money is bigint fen; a detour through floating point loses a fen sooner or later',
  visit(file, report) {
    if (!isIn(file.path, moneyFolders)) return undefined;
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === 'Identifier' && ['parseFloat', 'Number'].includes(callee.name))
          report(node, `${callee.name}(...)`);
      },
      MemberExpression(node) {
        if (node.computed || node.property.type !== 'Identifier') return;
        if (['parseFloat', 'toFixed', 'toPrecision'].includes(node.property.name))
          report(node, `.${node.property.name}`);
      },
    };
  },
};

export const reasonedSuppressions: Rule = {
  name: 'reasoned-suppressions',
  reason:
    'a check that is switched off says which one and why, or the next reader cannot switch it on',
  check(project, report) {
    for (const file of project.files.values()) {
      for (const comment of file.comments) {
        const fault = faultOf(comment.value.trim());
        if (fault !== undefined)
          report({ path: file.path, line: file.lineAt(comment.start) }, fault);
      }
    }
  },
};

function faultOf(comment: string): string | undefined {
  if (/^@ts-(?:ignore|nocheck)\b/.test(comment)) return '@ts-ignore hides every error of its line';
  if (/^@ts-expect-error\s*$/.test(comment)) return '@ts-expect-error without a reason';
  const disabled = /^(?:oxlint|eslint)-disable(?:-next-line|-line)?\b(.*)$/s.exec(comment)?.[1];
  if (disabled === undefined) return undefined;
  const [rules = '', why = ''] = disabled.split('--', 2);
  if (rules.trim() === '') return 'lint is switched off without naming a rule';
  return why.trim().length < 10
    ? `${rules.trim()} is switched off without a reason (-- why)`
    : undefined;
}
