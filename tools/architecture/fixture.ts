import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { architecture as real } from '#architecture';

import { checkArchitecture, type Verdict } from './check-architecture.ts';
import type { Architecture } from './model.ts';

export type Tree = Readonly<Record<string, string>>;

/** One violation as somebody would write it, and the place at which the checker must point. */
export interface Planted {
  readonly rule: string;
  readonly story: string;
  readonly at: string;
  readonly tree: Tree;
  readonly change?: Partial<Architecture>;
}

export const exampleLine = { en: 'an example', 'zh-CN': '示例' };

/** Three modules of two families, so that every direction of an import can be planted. */
export const fixtureArchitecture: Architecture = {
  ...real,
  modules: {
    'registry/people': { line: exampleLine, mayImport: [] },
    'registry/rooms': { line: exampleLine, mayImport: ['registry/people'] },
    'finance/ledger': { line: exampleLine, mayImport: [] },
  },
  floor: { files: 10, imports: 1, modules: 3 },
};

const module = (name: string): Tree => ({
  [`modules/${name}/README.md`]: `# ${name}\n`,
  [`modules/${name}/contract.ts`]: `import { z } from 'zod';\n\nexport const Thing = z.object({});\n`,
  [`modules/${name}/index.ts`]: `export { findThing } from './server/find-thing.ts';\n`,
  [`modules/${name}/server/module.ts`]: `export const declaration = { name: '${name}' };\n`,
  [`modules/${name}/server/find-thing.ts`]: `export function findThing() {\n  return 1;\n}\n`,
});

/** A small tree that keeps every rule. */
export const soundTree: Tree = {
  'package.json': JSON.stringify({
    imports: {
      '#kernel/*': './kernel/*',
      '#modules/*': './modules/*',
      '#server/*': './server/*',
      '#web/*': './web/*',
      '#test/*': './test/*',
    },
    dependencies: { antd: '1', kysely: '1', react: '1', zod: '1' },
    devDependencies: { vitest: '1' },
  }),
  'kernel/clock/clock.ts': `export const systemClock = { now: () => new Date() };\n`,
  'kernel/files/read.ts': `import { readFileSync } from 'node:fs';\n\nexport const read = readFileSync;\n`,
  'server/main.ts': `import '#modules/registry/people/server/module.ts';\n`,
  'web/kit/Card.tsx': `export function Card() {\n  return null;\n}\n`,
  ...module('registry/people'),
  ...module('registry/rooms'),
  ...module('finance/ledger'),
};

/** Writes the sound tree with `planted` over it to a temporary folder and checks that. */
export function checkPlanted(planted: Tree, change: Partial<Architecture> = {}): Verdict {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'));
  try {
    for (const [path, text] of Object.entries({ ...soundTree, ...planted })) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkArchitecture(root, { ...fixtureArchitecture, ...change });
  } finally {
    rmSync(root, { recursive: true });
  }
}
