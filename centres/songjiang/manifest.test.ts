import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { column, isCreditCode, readCentreFile, readRows, repeated } from './checks/support.ts';
import { generateAll } from './generate/all.ts';

interface Manifest {
  slug: string;
  files: Array<{ path: string; importer: string; key: string[]; rows: number }>;
  catalogues: Array<{ path: string; importer: string; entries: number }>;
  notImported: string[];
}

const manifest = JSON.parse(readCentreFile('manifest.json')) as Manifest;

describe('the files of the centre', () => {
  it('are what the generator makes, byte for byte', () => {
    const made = generateAll();
    expect(made.size).toBeGreaterThan(10);
    const changed = [...made].filter(([path, content]) => readCentreFile(path) !== content);
    expect(changed.map(([path]) => path)).toEqual([]);
  });

  it('are all in the manifest, with the rows that they have and a key that is unique', () => {
    const cwd = fileURLToPath(new URL('.', import.meta.url));
    const listed = [...manifest.files.map((file) => file.path), ...manifest.notImported];
    expect(listed.toSorted()).toEqual(globSync('*/*.csv', { cwd }).toSorted());
    for (const file of manifest.files) {
      const rows = readRows(file.path);
      expect([file.path, rows.length]).toEqual([file.path, file.rows]);
      const keys = rows.map((row) => file.key.map((name) => column([row], name)[0]).join(' '));
      expect([file.path, repeated(keys)]).toEqual([file.path, []]);
    }
  });

  it('have catalogues of one JSON text a line, as many as the manifest says', () => {
    const cwd = fileURLToPath(new URL('.', import.meta.url));
    const paths = manifest.catalogues.map(({ path }) => path);
    expect(paths.toSorted()).toEqual(globSync('*/*.jsonl', { cwd }).toSorted());
    for (const { path, entries } of manifest.catalogues) {
      const lines = readCentreFile(path).trimEnd().split('\n');
      expect([path, lines.length]).toEqual([path, entries]);
      for (const line of lines) expect(JSON.parse(line)).toHaveProperty('name.zh');
    }
  });

  it('are UTF-8 without a mark, end their lines with LF and name their columns as the README does', () => {
    const readme = readCentreFile('README.md');
    for (const path of [...manifest.files.map((file) => file.path), ...manifest.notImported]) {
      const text = readCentreFile(path);
      expect([path, text.startsWith('\uFEFF'), text.includes('\r'), text.endsWith('\n')]).toEqual([
        path,
        false,
        false,
        true,
      ]);
      const line = readme.split('\n').find((one) => one.startsWith(`| \`${path}\``)) ?? '';
      const cells = line.split('|')[2]?.split('(')[0] ?? '';
      const described = cells
        .replaceAll('*', '')
        .split(',')
        .map((name) => name.trim());
      expect([path, text.split('\n')[0]?.split(',')]).toEqual([path, described]);
    }
  });

  it('describe the centre as its hall', () => {
    const centre = JSON.parse(readCentreFile('centre.json')) as Record<string, unknown>;
    const [hall] = readRows('organisation/sites.csv');
    expect(centre['nameZh']).toBe(hall?.['nameZh']);
    expect(centre['address']).toBe(hall?.['address']);
    expect(centre['phone']).toBe(hall?.['phone']);
    expect([centre['slug'], centre['zone'], centre['divisionCode']]).toEqual([
      manifest.slug,
      'Asia/Shanghai',
      '310117',
    ]);
    expect(centre['uscc']).toSatisfy(isCreditCode);
  });
});
