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

/** Adds an element to the list that is bound to `name`. Throws when there is no such list. */
export function addToList(text: string, name: string, element: string): string {
  let list: ESTree.ArrayExpression | undefined;
  new Visitor({
    VariableDeclarator(node) {
      const value = plainValue(node.init);
      const isBound = node.id.type === 'Identifier' && node.id.name === name;
      if (isBound && value?.type === 'ArrayExpression') list ??= value;
    },
  }).visit(readSource('file.ts', text).program);
  if (list === undefined) throw new Error(`There is no list "${name}" to add ${element} to`);
  const last = list.elements.at(-1);
  const at = last?.end ?? list.start + 1;
  return `${text.slice(0, at)}${last === undefined ? '' : ', '}${element}${text.slice(at)}`;
}

/** The value without `as const` and its like. */
function plainValue(node: ESTree.Expression | null): ESTree.Expression | null {
  let value = node;
  while (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression')
    value = value.expression;
  return value;
}

/**
 * Adds the statement `callee(argument);` behind the last statement that calls `callee`. Throws when
 * nothing calls it.
 */
export function addCall(text: string, callee: string, argument: string): string {
  let end: number | undefined;
  let statement = 0;
  const enter = (node: { end: number }) => {
    statement = node.end;
  };
  new Visitor({
    ExpressionStatement: enter,
    VariableDeclaration: enter,
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === callee) end = statement;
    },
  }).visit(readSource('file.ts', text).program);
  if (end === undefined) throw new Error(`Nothing calls ${callee} to add ${argument} behind`);
  return `${text.slice(0, end)}\n${callee}(${argument});${text.slice(end)}`;
}
