import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { generateAll } from './all.ts';
import { centreFolder } from './table.ts';

/** Writes every made table again: `node centres/songjiang/generate/run.ts`. */
for (const [path, content] of generateAll()) {
  mkdirSync(dirname(`${centreFolder}${path}`), { recursive: true });
  writeFileSync(`${centreFolder}${path}`, content);
  process.stdout.write(`${path}\n`);
}
