import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const lines = (count: number) => `export {};\n${'// a line\n'.repeat(count - 1)}`;
const longBody = `export function act() {\n${'  Math.abs(1);\n'.repeat(80)}}\n`;

/** Mistakes that must stop a change, each with the rule that stops it. */
const mistakes: ReadonlyArray<readonly [rule: string, file: string, text: string]> = [
  ['max-lines', 'kernel/long.ts', lines(401)],
  ['max-lines', 'web/Long.tsx', lines(251)],
  ['max-lines', 'kernel/long.test.ts', lines(501)],
  ['max-lines-per-function', 'kernel/long-function.ts', longBody],
  [
    'complexity',
    'kernel/complex.ts',
    `export const a = (b: number) => { ${'if (b > 1) return b; '.repeat(16)} return 0; };`,
  ],
  ['no-explicit-any', 'kernel/any.ts', 'export const a: any = 1;'],
  ['no-non-null-assertion', 'kernel/bang.ts', 'export const a = [1].at(0)!;'],
  ['ban-ts-comment', 'kernel/ignore.ts', '// @ts-ignore\nexport const a: string = 1;'],
  ['no-floating-promises', 'kernel/float.ts', 'export function a() { Promise.resolve(1); }'],
  [
    'no-misused-promises',
    'kernel/misuse.ts',
    'export const a = (b: () => void) => b;\na(async () => { await Promise.resolve(); });',
  ],
  [
    'switch-exhaustiveness-check',
    'kernel/switch.ts',
    `export function a(b: 'x' | 'y') { switch (b) { case 'x': return 1; } return 2; }`,
  ],
  [
    'consistent-type-imports',
    'kernel/type.ts',
    `import { Stats } from 'node:fs';\nexport type A = Stats;`,
  ],
  ['no-default-export', 'kernel/default.ts', 'export default 1;'],
  ['no-restricted-imports', 'kernel/font.ts', `import '@pdf-lib/fontkit';`],
  ['no-warning-comments', 'kernel/later.ts', '// TODO: later\nexport {};'],
  [
    'rules-of-hooks',
    'web/Hook.tsx',
    `import { useState } from 'react';\nexport function A(p: { b: boolean }) { if (p.b) useState(1); return null; }`,
  ],
  [
    'exhaustive-deps',
    'web/Deps.tsx',
    `import { useEffect } from 'react';\nexport function A(p: { b: () => void }) { useEffect(() => p.b(), []); return null; }`,
  ],
  ['alt-text', 'web/Picture.tsx', 'export const a = <img src="a.png" />;'],
  ['button-has-type', 'web/Button.tsx', 'export const a = <button>{1}</button>;'],
  ['click-events-have-key-events', 'web/Click.tsx', 'export const a = <div onClick={() => {}} />;'],
  ['no-danger', 'web/Html.tsx', `export const a = <p dangerouslySetInnerHTML={{ __html: '' }} />;`],
];

/** What may be written, though one might expect otherwise. */
const accepted: ReadonlyArray<readonly [file: string, text: string]> = [
  ['vite.config.ts', 'export default { base: 1 };'],
  [
    'kernel/ok.test.ts',
    `import { describe } from 'vitest';\ndescribe('a', () => {\n${'  Math.abs(1);\n'.repeat(100)}});\n`,
  ],
  ['kernel/ok.ts', 'export const a: Record<never, never> = {};'],
];

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string().default(''), filename: z.string() })),
});

const folder = mkdtempSync(join(tmpdir(), 'lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lintAll(): z.infer<typeof Report>['diagnostics'] {
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
    cpSync(name, join(folder, name));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of [...mistakes.map(([, ...file]) => file), ...accepted]) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const program = join(process.cwd(), 'node_modules/oxlint/bin/oxlint');
  const done = spawnSync(process.execPath, [program, '-f', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return Report.parse(JSON.parse(done.stdout)).diagnostics;
}

describe('lint', () => {
  const found = lintAll();
  const rulesFor = (file: string) =>
    found.filter(({ filename }) => filename === file).map(({ code }) => /\((.+)\)/.exec(code)?.[1]);

  it.each(mistakes)('stops %s in %s', (rule, file) => {
    expect(rulesFor(file)).toContain(rule);
  });

  it.each(accepted)('accepts %s', (file) => {
    expect(rulesFor(file)).toEqual([]);
  });
});
