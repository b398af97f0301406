import { exampleLine, type Planted } from './fixture.ts';

const rooms = 'modules/registry/rooms';
const people = 'modules/registry/people';
const inPeople = '#modules/registry/people';

/** Imports that must not be. */
export const plantedImports: readonly Planted[] = [
  {
    rule: 'kernel-alone',
    story: 'the kernel asks a module',
    at: 'kernel/db/a.ts:1',
    tree: { 'kernel/db/a.ts': `import '${inPeople}/index.ts';` },
  },
  {
    rule: 'layers',
    story: 'the kernel knows the server',
    at: 'kernel/db/a.ts:2',
    tree: { 'kernel/db/a.ts': `// 中文\nimport '#server/main.ts';` },
  },
  {
    rule: 'layers',
    story: 'a module knows the server, in an import at run time',
    at: `${rooms}/server/a.ts:1`,
    tree: { [`${rooms}/server/a.ts`]: `await import('#server/main.ts');` },
  },
  {
    rule: 'module-door',
    story: 'a module looks behind the door of another',
    at: `${rooms}/server/a.ts:1`,
    tree: { [`${rooms}/server/a.ts`]: `import '${inPeople}/server/find-thing.ts';` },
  },
  {
    rule: 'module-door',
    story: 'a page takes the server door',
    at: `${rooms}/web/a.ts:1`,
    tree: { [`${rooms}/web/a.ts`]: `import '${inPeople}/index.ts';` },
  },
  {
    rule: 'module-door',
    story: 'composition looks into a use case',
    at: 'server/app.ts:1',
    tree: { 'server/app.ts': `export { a } from '${inPeople}/server/find-thing.ts';` },
  },
  {
    rule: 'module-door',
    story: 'only a type is taken from behind the door',
    at: `${rooms}/server/a.ts:1`,
    tree: { [`${rooms}/server/a.ts`]: `type A = import('${inPeople}/server/find-thing.ts').A;` },
  },
  {
    rule: 'module-listed',
    story: 'nobody decided that people may use rooms',
    at: `${people}/server/a.ts:1`,
    tree: { [`${people}/server/a.ts`]: `import '#modules/registry/rooms/index.ts';` },
  },
  {
    rule: 'family-order',
    story: 'a module lists one of a later family',
    at: 'architecture.ts:1',
    tree: {},
    change: {
      modules: {
        'registry/people': { line: exampleLine, mayImport: [] },
        'registry/rooms': { line: exampleLine, mayImport: ['finance/ledger'] },
        'finance/ledger': { line: exampleLine, mayImport: [] },
      },
    },
  },
  {
    rule: 'family-order',
    story: 'two modules list each other',
    at: 'architecture.ts:1',
    tree: {},
    change: {
      modules: {
        'registry/people': { line: exampleLine, mayImport: ['registry/rooms'] },
        'registry/rooms': { line: exampleLine, mayImport: ['registry/people'] },
        'finance/ledger': { line: exampleLine, mayImport: [] },
      },
    },
  },
  {
    rule: 'no-cycle',
    story: 'three files stand in a circle, one link being only a type',
    at: 'kernel/db/a.ts:1',
    tree: {
      'kernel/db/a.ts': `import './b.ts';`,
      'kernel/db/b.ts': `export { c } from './c.ts';`,
      'kernel/db/c.ts': `import type { A } from './a.ts';`,
    },
  },
  {
    rule: 'import-resolves',
    story: 'an import has no ending',
    at: 'kernel/db/a.ts:1',
    tree: { 'kernel/db/a.ts': `import '../clock/clock';` },
  },
  {
    rule: 'import-style',
    story: 'an import climbs out of its module',
    at: `${rooms}/server/a.ts:1`,
    tree: { [`${rooms}/server/a.ts`]: `import '../../people/index.ts';` },
  },
  {
    rule: 'declared-package',
    story: 'a package is used that nobody asked for',
    at: 'kernel/db/a.ts:1',
    tree: { 'kernel/db/a.ts': `import 'left-pad/deep.js';` },
  },
  {
    rule: 'declared-package',
    story: 'production uses a package of the developers',
    at: 'kernel/db/a.ts:1',
    tree: { 'kernel/db/a.ts': `import 'vitest';` },
  },
];

/** Web, server and contracts. */
export const plantedSides: readonly Planted[] = [
  {
    rule: 'web-server-apart',
    story: 'a page imports a use case of its own module',
    at: `${rooms}/web/a.ts:1`,
    tree: { [`${rooms}/web/a.ts`]: `import '../server/find-thing.ts';` },
  },
  {
    rule: 'web-server-apart',
    story: 'a use case imports a page',
    at: `${rooms}/server/a.ts:1`,
    tree: { [`${rooms}/server/a.ts`]: `import '../web/a.ts';`, [`${rooms}/web/a.ts`]: '' },
  },
  {
    rule: 'module-pages',
    story: 'a page knows the surface it is on',
    at: `${rooms}/web/a.ts:1`,
    tree: {
      [`${rooms}/web/a.ts`]: `import '#web/surfaces/desk/frame.ts';`,
      'web/surfaces/desk/frame.ts': '',
    },
  },
  {
    rule: 'runs-in-browser',
    story: 'a page reaches Node through two files of the kernel',
    at: 'web/kit/a.ts:2',
    tree: {
      'web/kit/a.ts': `import 'react';\nimport '#kernel/files/shown.ts';`,
      'kernel/files/shown.ts': `export { read } from './read.ts';`,
    },
  },
  {
    rule: 'runs-in-browser',
    story: 'a contract reaches Node',
    at: `${rooms}/contract.ts:1`,
    tree: { [`${rooms}/contract.ts`]: `import '#kernel/files/read.ts';` },
  },
  {
    rule: 'runs-in-browser',
    story: 'a page uses a package of the server',
    at: 'web/kit/a.ts:1',
    tree: { 'web/kit/a.ts': `import 'kysely';` },
  },
  {
    rule: 'contract-imports',
    story: 'a contract uses a date library',
    at: `${rooms}/contract.ts:1`,
    tree: { [`${rooms}/contract.ts`]: `import 'react';` },
  },
  {
    rule: 'device-surface-plain',
    story: 'a display reaches Ant Design through the kit',
    at: 'web/surfaces/display/main.ts:1',
    tree: {
      'web/surfaces/display/main.ts': `import '#web/kit/table.ts';`,
      'web/kit/table.ts': `import { Table } from 'antd';`,
    },
  },
];
