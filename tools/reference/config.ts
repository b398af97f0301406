import { type ESTree, Visitor } from 'vite';

import { propertiesOf, sentenceOf } from '#tools/architecture/languages.ts';
import { isIn, isTest } from '#tools/architecture/places.ts';
import type { Project } from '#tools/architecture/project.ts';
import type { SourceFile } from '#tools/architecture/source.ts';

import { byName, toCode, toPage, toSection, toTable } from './markdown.ts';

interface Setting {
  readonly name: string;
  readonly default: string;
  readonly about: string;
}

const settingName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Settings are the members of the environment's zod shape; secrets are what is read beside it. */
export function configPage(project: Project): string {
  const files = [...project.files.values()].filter(
    ({ path }) => isIn(path, ['kernel/config']) && !isTest(path),
  );
  const settings = byName(files.flatMap(findSettings));
  const known = new Set(settings.map(({ name }) => name));
  const secrets = byName(files.flatMap(findReads)).filter(({ name }) => !known.has(name));
  const rows = (list: readonly Setting[]) =>
    list.map((setting) => [toCode(setting.name), toCode(setting.default), setting.about]);
  return toPage(
    'Configuration',
    'Every setting from the environment. `NAME_FILE` may name a file that holds the value.',
    [
      toTable(['setting', 'default', 'what it does'], rows(settings)),
      toSection('Secrets', toTable(['secret', 'default', 'what it is'], rows(secrets))),
    ],
  );
}

function findSettings(file: SourceFile): Setting[] {
  const found: Setting[] = [];
  new Visitor({
    VariableDeclarator(node) {
      if (node.init?.type !== 'CallExpression') return;
      const [shape] = node.init.arguments;
      if (shape?.type !== 'ObjectExpression') return;
      for (const [name, value] of propertiesOf(shape))
        if (settingName.test(name))
          found.push({ name, default: defaultOf(value), about: commentAbove(file, name) });
    },
  }).visit(file.program);
  return found;
}

/** The argument of `.default(...)` at the end of a chain of zod calls. */
function defaultOf(node: ESTree.Expression): string {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return '';
  const { property, object } = node.callee;
  const [argument] = node.arguments;
  const isDefault = property.type === 'Identifier' && property.name === 'default';
  if (isDefault && argument?.type === 'Literal') return String(argument.value);
  return object.type === 'Super' ? '' : defaultOf(object);
}

function findReads(file: SourceFile): Setting[] {
  const names = new Set<string>();
  new Visitor({
    CallExpression(node) {
      const [argument] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'readEnv') return;
      const name = argument?.type === 'Literal' ? sentenceOf(argument) : undefined;
      if (name !== undefined && settingName.test(name)) names.add(name);
    },
  }).visit(file.program);
  return [...names].map((name) => ({ name, default: '', about: commentAbove(file, name) }));
}

/** The comment right above the first mention of a name. */
function commentAbove(file: SourceFile, name: string): string {
  const at = new RegExp(`\\b${name}\\b`).exec(file.text)?.index ?? 0;
  const start = file.text.lastIndexOf('\n', at) + 1;
  const comment = file.comments.find(
    ({ end }) => end <= start && file.text.slice(end, start).trim() === '',
  );
  return (comment?.value ?? '').replaceAll(/^\s*\*+|\s*\*?\s*$/gm, '').trim();
}
