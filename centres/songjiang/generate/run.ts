import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { generateAll } from './all.ts';
import { makeCatalogues, toJsonLines } from './catalogues.ts';
import { centreFolder } from './table.ts';

/**
 * Writes every made file again: `node centres/songjiang/generate/run.ts`. For scale, writes the centre and only its
 * catalogue of matters, with as many made-up ones as asked for, into another folder, which `import` loads:
 * `node centres/songjiang/generate/run.ts --demonstration 1900 --into <folder>`.
 */
const { values } = parseArgs({
  options: { demonstration: { type: 'string' }, into: { type: 'string' } },
});

if (values.demonstration === undefined && values.into === undefined) {
  write(centreFolder, generateAll());
} else if (values.demonstration !== undefined && values.into !== undefined) {
  const catalogues = makeCatalogues(Number(values.demonstration));
  const listed = catalogues.map(({ path, importer, entries }) => ({
    path,
    importer,
    entries: entries.length,
  }));
  write(`${resolve(values.into)}/`, [
    ['centre.json', readFileSync(`${centreFolder}centre.json`, 'utf8')],
    ['manifest.json', `${JSON.stringify({ files: [], catalogues: listed }, undefined, 2)}\n`],
    ...catalogues.map(({ path, entries }) => [path, toJsonLines(entries)] as const),
  ]);
} else {
  throw new Error('--demonstration and --into go together');
}

function write(folder: string, files: Iterable<readonly [path: string, content: string]>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(`${folder}${path}`), { recursive: true });
    writeFileSync(`${folder}${path}`, content);
    process.stdout.write(`${path}\n`);
  }
}
