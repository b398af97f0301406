import { exampleLine, type Planted } from './fixture.ts';

const rooms = 'modules/registry/rooms';
const useCase = `${rooms}/server/a.ts`;
const page = `${rooms}/web/Page.tsx`;

const inFile = (rule: string, story: string, path: string, text: string): Planted => ({
  rule,
  story,
  at: `${path}:1`,
  tree: { [path]: text },
});

/** Things written where they are not at home. */
export const plantedCode: readonly Planted[] = [
  ...['process.env.PORT;', 'const { env } = process;', `import { env } from 'node:process';`].map(
    (text) => inFile('only-at-home: environment', `writes ${text}`, useCase, text),
  ),
  ...['new Date();', 'Date.now();', 'Date();'].map((text) =>
    inFile('only-at-home: time', `writes ${text}`, useCase, text),
  ),
  ...[
    'Math.random();',
    'crypto.randomUUID();',
    'globalThis.crypto.randomUUID();',
    `import { randomBytes } from 'node:crypto';`,
  ].map((text) => inFile('only-at-home: randomness', `writes ${text}`, useCase, text)),
  inFile('only-at-home: console', 'prints', 'web/kit/a.ts', `console.log('a');`),
  inFile('only-at-home: query-builder', 'a use case writes SQL', useCase, `import 'kysely';`),
  inFile(
    'own-tables',
    'a repository reads the table of another module',
    `${rooms}/server/repository.ts`,
    `tables.selectFrom('people.person');`,
  ),
  inFile(
    'own-tables',
    'raw SQL joins a table of the kernel',
    `${rooms}/server/repository.ts`,
    'sql`SELECT 1 FROM kernel.outbox`;',
  ),
  inFile(
    'own-tables',
    'a migration refers to another module',
    `${rooms}/server/migrations/20261201T0900-create-room.sql`,
    'CREATE TABLE rooms.room (id uuid REFERENCES people.person);',
  ),
  ...['if (a) b();', 'export const c = a ? 1 : 2;', 'switch (a) { default: }'].map((text) =>
    inFile('routes-decide-nothing', `decides: ${text}`, `${rooms}/server/routes.ts`, text),
  ),
  ...['Number(a);', 'parseFloat(a);', 'Number.parseFloat(a);', '(1).toFixed(2);'].map((text) =>
    inFile('money-is-exact', `calculates ${text}`, 'kernel/money/a.ts', text),
  ),
  inFile('money-is-exact', 'finance too', 'modules/finance/ledger/server/a.ts', 'Number(a);'),
  ...[
    '// @ts-ignore',
    '/* @ts-nocheck */',
    '// @ts-expect-error',
    '// oxlint-disable-next-line',
    '/* eslint-disable no-alert */',
  ].map((text) => inFile('reasoned-suppressions', `writes ${text}`, useCase, text)),
  inFile(
    'doors-are-chosen',
    'a door without choice',
    `${rooms}/index.ts`,
    `export * from './contract.ts';`,
  ),
  inFile(
    'kernel-vocabulary',
    'the kernel counts tickets',
    'kernel/db/a.ts',
    'export const openTickets = 1;',
  ),
  inFile('no-centre-in-code', 'one centre is special', useCase, `export const home = 'Songjiang';`),
  inFile('no-centre-in-code', 'one centre is special in a style', 'web/kit/a.css', '.松江 {}'),
];

/** Words that one language would miss. */
export const plantedWords: readonly Planted[] = [
  '<p>Hello</p>',
  '<p>你好</p>',
  `<p>{'Hello'}</p>`,
  `<p>{open ? 'Open' : null}</p>`,
  '<p>{`${count} rooms`}</p>',
  '<><b /> rooms</>',
  '<img alt="A room" />',
  '<button aria-label="Close" />',
  `<input placeholder={'Name'} />`,
  `<Field label="Name" />`,
  `<Table columns={[{ title: 'Name' }]} />`,
  `<p>{{ 'zh-CN': '房间', en: 'Rooms' }[language]}</p>`,
  `show('房间')`,
  'show(`第${n}号`)',
].map((text) => inFile('words-in-messages', `shows ${text}`, page, `export const a = ${text};`));

const words = 'web/kit/messages.ts';

export const plantedLanguages: readonly Planted[] = [
  ['only Chinese', `{ 'zh-CN': '取号' }`],
  ['an empty sentence', `{ 'zh-CN': '取号', en: ' ' }`],
  ['Chinese in the place of English', `{ 'zh-CN': '取号', en: '取号' }`],
  ['English in the place of Chinese', `{ 'zh-CN': 'Take a number', en: 'Take a number' }`],
  ['another place to fill', `{ 'zh-CN': '{n} 人', en: '{count|person|people}' }`],
  ['a key missing in English', `{ 'zh-CN': { a: '甲', b: '乙' }, en: { a: 'A' } }`],
  ['a key missing in Chinese', `{ 'zh-CN': { a: '甲' }, en: { a: 'A', b: 'B' } }`],
  ['an empty sentence in a table', `{ 'zh-CN': { a: '' }, en: { a: 'A' } }`],
  ['no words at all', '1'],
].map(([story = '', text = '']) =>
  inFile('both-languages', story, words, `export const messages = ${text};`),
);

/** Files that are missing, misplaced or misnamed. */
export const plantedFiles: readonly Planted[] = [
  {
    rule: 'module-files',
    story: 'a listed module is not there',
    at: 'modules/hall/queue:1',
    tree: {},
    change: { modules: { 'hall/queue': { line: exampleLine, mayImport: [] } } },
  },
  {
    rule: 'module-files',
    story: 'a module is there and not listed',
    at: 'modules/hall/queue:1',
    tree: { 'modules/hall/queue/index.ts': '' },
  },
  {
    rule: 'module-files',
    story: 'the page of a module is a book',
    at: `${rooms}/README.md:1`,
    tree: { [`${rooms}/README.md`]: 'one more line\n'.repeat(41) },
  },
  inFile('module-files', 'a file of no kind', `${rooms}/helpers.ts`, ''),
  {
    rule: 'known-folders',
    story: 'a new top folder',
    at: 'utils:1',
    tree: { 'utils/a.ts': '' },
  },
  {
    rule: 'known-folders',
    story: 'a new part of the kernel',
    at: 'kernel/helpers:1',
    tree: { 'kernel/helpers/a.ts': '' },
  },
  inFile('known-folders', 'a new family', 'modules/misc/things/index.ts', ''),
  inFile(
    'page-links',
    'a page names a file that is gone',
    'docs/how-to/a.md',
    'See `kernel/gone.ts`.',
  ),
  inFile('page-links', 'a link leads nowhere', 'docs/a.md', '[there](./gone.md#part)'),
  inFile('file-names', 'camel case', 'kernel/db/openPool.ts', ''),
  inFile('file-names', 'a component with an underscore', 'web/kit/Big_Card.tsx', ''),
  inFile('file-names', 'a folder in Pascal case', 'web/Kit/card.ts', ''),
  ...['create-a.sql', '20261301T0900-create-a.sql', '20261201T0900-create.sql', 'readme.md'].map(
    (name) => inFile('migration-names', name, `${rooms}/server/migrations/${name}`, ''),
  ),
];
