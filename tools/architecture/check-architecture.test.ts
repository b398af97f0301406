import { describe, expect, it } from 'vitest';

import { describeVerdict } from './check-architecture.ts';
import { checkPlanted, type Tree } from './fixture.ts';
import { plantedCode, plantedFiles, plantedLanguages, plantedWords } from './planted-code.ts';
import { plantedImports, plantedSides } from './planted-graph.ts';
import { rules } from './rules/index.ts';

const planted = [
  ...plantedImports,
  ...plantedSides,
  ...plantedCode,
  ...plantedWords,
  ...plantedLanguages,
  ...plantedFiles,
];

describe('the architecture gate', () => {
  it('finds nothing in a tree that keeps every rule', () => {
    expect(checkPlanted({}).findings).toEqual([]);
  });

  it.each(planted)('$rule: $story', ({ rule, at, tree, change }) => {
    const { findings } = checkPlanted(tree, change);
    const places = findings.filter((finding) => finding.rule === rule);
    expect(places.map(({ path, line }) => `${path}:${line}`)).toContain(at);
  });

  it('has a planted violation for every rule', () => {
    const tried = new Set(planted.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('fails when it read fewer files, imports or modules than there surely are', () => {
    const floor = { files: 1000, imports: 1000, modules: 1000 };
    const { findings } = checkPlanted({}, { floor });
    expect(findings.map(({ rule }) => rule)).toEqual(['floor', 'floor', 'floor']);
  });

  it('does not hide a file that cannot be parsed', () => {
    expect(() => checkPlanted({ 'kernel/db/a.ts': 'const = ;' })).toThrow(/kernel\/db\/a\.ts/);
  });

  it('prints the reason of a broken rule once', () => {
    const verdict = checkPlanted({ 'kernel/db/a.ts': 'new Date();\nDate.now();' });
    expect(describeVerdict(verdict)).toEqual([
      'only-at-home: time',
      expect.stringContaining('injected Clock'),
      '  kernel/db/a.ts:1  new Date() without an argument',
      '  kernel/db/a.ts:2  Date.now',
    ]);
  });
});

describe('what the rules leave alone', () => {
  it.each([
    [
      'a suppression with its rule and reason',
      'kernel/db/a.ts',
      '// oxlint-disable-next-line no-alert -- the only way to ask',
    ],
    ['a date made from an instant', 'kernel/db/a.ts', 'new Date(0);'],
    ['a decision outside routes', 'modules/registry/rooms/server/a.ts', 'if (a) b();'],
    ['SQL in a repository', 'modules/registry/rooms/server/repository-open.ts', `import 'kysely';`],
    ['Chinese in a comment of a page', 'web/kit/a.ts', '// 取号'],
    [
      'words in a messages file',
      'web/kit/messages.ts',
      `export const messages = { 'zh-CN': '取号', en: 'Take a number' };`,
    ],
    [
      'words of both languages beside a list of pages',
      'web/kit/pages.ts',
      `export const title = { 'zh-CN': '共 {n} 人', en: '{n|person|people}' };`,
    ],
    [
      'a name that is the same in both',
      'web/kit/messages.ts',
      `export const messages = { 'zh-CN': { a: 'PDF' }, en: { a: 'PDF' } };`,
    ],
    [
      'a test that makes the module it needs',
      'modules/registry/rooms/server/a.db.test.ts',
      `import '#modules/registry/people/server/module.ts';`,
    ],
    ['its own table', 'modules/registry/rooms/server/repository.ts', `sql('rooms.room');`],
    ['a permission', 'modules/registry/rooms/server/a.ts', `may('people.view');`],
    [
      'the name of a sentence in a table of an object',
      'web/kit/A.tsx',
      `const rules = [{ title: 'sessionRules' }];`,
    ],
    [
      'the name of a sentence given to a component',
      'web/kit/A.tsx',
      'export const a = <Sentence title="notFound" hint={`${a} ${b}`} />;',
    ],
    [
      'a page with Ant Design that a device only knows the way to',
      'web/surfaces/display/main.ts',
      `const load = () => import('#web/kit/table.ts');`,
      { 'web/kit/table.ts': `import 'antd';` },
    ],
    ['SQL in the repository of a stand-in', 'standins/identity/repository.ts', `import 'kysely';`],
    ['the names of keys', 'web/kit/A.tsx', `export const a = <kbd>Ctrl K</kbd>;`],
    [
      'a pair of both languages beside a component',
      'web/kit/A.tsx',
      `const does = { 'zh-CN': '搜索', en: 'Search' };`,
    ],
    [
      'the button that offers the other language',
      'web/kit/messages.ts',
      `export const messages = { 'zh-CN': { a: 'English' }, en: { a: '中文' } };`,
    ],
    ['what builds the pages', 'web/build/a.ts', `import 'node:fs';`],
    ['a part of a large contract', 'modules/registry/rooms/contract-doors.ts', ''],
    [
      'chance from its home',
      'kernel/jobs/a.ts',
      `import { randomInt } from '../ids/random.ts';`,
      { 'kernel/ids/random.ts': '' },
    ],
    ['a class name', 'web/kit/A.tsx', `export const a = <p className="big">{a}</p>;`],
    ['signs that are no words', 'web/kit/A.tsx', `export const a = <p>· {a} ×</p>;`],
    [
      'a centre named in its own data',
      'centres/songjiang/sites.ts',
      `export const name = 'Songjiang';`,
    ],
    [
      'the state naming what an identifier identifies',
      'kernel/ids/a.ts',
      'export const licence = 1;',
    ],
    [
      'a type of the server of its own side',
      'web/kit/a.ts',
      `import type { Kysely } from 'kysely';`,
    ],
  ])('%s', (_story, path, text, more: Tree = {}) => {
    const { findings } = checkPlanted({ [path]: text, ...more });
    expect(findings.filter(({ rule }) => !rule.startsWith('only-at-home: query'))).toEqual([]);
  });
});
