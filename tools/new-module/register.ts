import { type ESTree, Visitor } from 'vite';

import { propertiesOf } from '#tools/architecture/languages.ts';
import { familyOf, families } from '#tools/architecture/model.ts';
import { readSource } from '#tools/architecture/source.ts';

/** Enters a module in `architecture.ts`, behind the last one of its family or of those before. */
export function enterInArchitecture(text: string, module: string, entry: string): string {
  const table = findArgument(text, 'defineModules');
  const before = propertiesOf(table).filter(([name]) => rankOf(name) <= rankOf(module));
  const last = before.at(-1)?.[1];
  const at = last === undefined ? table.start + 1 : last.end;
  const rest = text.slice(at).replace(/^,/, '');
  return `${text.slice(0, at)}${last === undefined ? '' : ','}\n  '${module}': ${entry},${rest}`;
}

function rankOf(module: string): number {
  return families.findIndex((family) => family === familyOf(module));
}

function findArgument(text: string, callee: string): ESTree.ObjectExpression {
  let found: ESTree.ObjectExpression | undefined;
  new Visitor({
    CallExpression(node) {
      const [argument] = node.arguments;
      const isCall = node.callee.type === 'Identifier' && node.callee.name === callee;
      if (isCall && argument?.type === 'ObjectExpression') found ??= argument;
    },
  }).visit(readSource('file.ts', text).program);
  if (found === undefined) throw new Error(`There is no call of ${callee} to enter the module in`);
  return found;
}

/** Adds an import behind the last one of the file. */
export function addImport(text: string, line: string): string {
  let end = 0;
  new Visitor({
    ImportDeclaration(node) {
      end = node.end;
    },
  }).visit(readSource('file.ts', text).program);
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

/**
 * Adds an element to the list that is bound to `name`, behind what is pushed to it when something is.
 * Throws when there is no such list.
 */
export function addToList(text: string, name: string, element: string): string {
  const { list, pushed } = findList(text, name);
  const place = pushed ?? list;
  if (place === undefined) throw new Error(`There is no list "${name}" to add ${element} to`);
  const last = place.members.at(-1);
  const at = last?.end ?? place.start;
  return `${text.slice(0, at)}${last === undefined ? '' : ', '}${element}${text.slice(at)}`;
}

interface Place {
  /** Where a first member would stand. */
  readonly start: number;
  readonly members: ReadonlyArray<{ readonly end: number } | null>;
}

function findList(text: string, name: string): { list?: Place; pushed?: Place } {
  const found: { list?: Place; pushed?: Place } = {};
  const isList = (node: ESTree.Node) => node.type === 'Identifier' && node.name === name;
  new Visitor({
    VariableDeclarator(node) {
      const value = plainValue(node.init);
      if (isList(node.id) && value?.type === 'ArrayExpression')
        found.list = { start: value.start + 1, members: value.elements };
    },
    CallExpression(node) {
      if (node.callee.type !== 'MemberExpression' || !isList(node.callee.object)) return;
      const { property } = node.callee;
      if (property.type === 'Identifier' && property.name === 'push')
        found.pushed = { start: node.callee.end + 1, members: node.arguments };
    },
  }).visit(readSource('file.ts', text).program);
  return found;
}

/** The value without `as const` and its like. */
function plainValue(node: ESTree.Expression | null): ESTree.Expression | null {
  let value = node;
  while (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression')
    value = value.expression;
  return value;
}
