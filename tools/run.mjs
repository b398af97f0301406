#!/usr/bin/env node
// Runs a TypeScript file of this project on the Node that it brings: node tools/run.mjs <file.ts> [arguments]
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { launch, root } from './bootstrap/launch.mjs';
import { Failure, fail } from './bootstrap/say.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  fail(
    new Failure(
      '用法：node tools/run.mjs <文件.ts> [参数]',
      'Usage: node tools/run.mjs <file.ts> [arguments]',
    ),
  );
} else {
  const here = resolve(file);
  await launch(existsSync(here) ? here : resolve(root, file), args);
}
