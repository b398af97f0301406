import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { generateAll } from './all.ts';
import { makeCatalogues, toJsonLines } from './catalogues.ts';
import { centreFolder } from './table.ts';

/**
 * Writes every made table again: `node centres/songjiang/generate/run.ts`. For scale, writes only the
 * catalogue of matters, with as many made-up ones as asked for, into another folder:
 * `node centres/songjiang/generate/run.ts --demonstration 1900 --into <folder>`.
 */
const { values } = parseArgs({
  options: { demonstration: { type: 'string' }, into: { type: 'string' } },
});

if ((values.demonstration === undefined) !== (values.into === undefined)) {
  throw new Error('--demonstration and --into go together');
}

const folder = values.into === undefined ? centreFolder : `${resolve(values.into)}/`;
const tables = values.into === undefined ? [...generateAll()] : [];
const count = values.demonstration === undefined ? undefined : Number(values.demonstration);
const catalogues = makeCatalogues(count).map(
  ({ path, entries }) => [path, toJsonLines(entries)] as const,
);

for (const [path, content] of [...tables, ...catalogues]) {
  mkdirSync(dirname(`${folder}${path}`), { recursive: true });
  writeFileSync(`${folder}${path}`, content);
  process.stdout.write(`${path}\n`);
}
