import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { type Centre, ensureCentre } from '#kernel/centre/centre.ts';
import { CellFault, problems } from '#kernel/imports/contract.ts';
import type { Importer } from '#kernel/imports/importer.ts';
import type { RawRow } from '#kernel/imports/plan.ts';
import { type ImportOutcome, runImport } from '#kernel/imports/run-import.ts';
import { isProblem, ProblemError } from '#kernel/problems/problem-error.ts';

import { OperatorError } from './cli/explain.ts';
import type { Terminal } from './cli/terminal.ts';
import type { Foundation } from './kernel.ts';
import type { Running } from './modules.ts';
import { defaultRoles } from './roles.ts';

const CentreFile = z.object({
  slug: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  zone: z.string(),
});

const Manifest = z.object({
  files: z.array(z.object({ path: z.string(), importer: z.string() })),
  /** Files that an importer reads by itself: JSON, or a workbook of several sheets. */
  catalogues: z.array(z.object({ path: z.string(), importer: z.string() })).default([]),
  /** Folders that an importer takes whole: it reads their texts by name as one JSON object. */
  packages: z.array(z.object({ path: z.string(), importer: z.string() })).default([]),
});

export interface LoadedSheet extends ImportOutcome {
  readonly sheet: string;
}

/**
 * Loads a centre from a folder of sheets, in the order of its manifest, by the import that people use.
 * May be repeated: what is recorded already stays as it is, so a load that was cut off goes on where it stopped.
 */
export async function loadCentre(
  foundation: Foundation,
  running: Pick<Running, 'importers' | 'access'>,
  given: { readonly folder: string; readonly centreId: number; readonly isDemonstration: boolean },
  terminal: Terminal,
): Promise<LoadedSheet[]> {
  const { database, clock } = foundation;
  const centre = await readCentre(given.folder, given.centreId, given.isDemonstration);
  await database.transaction(async (tx) => ensureCentre(tx, centre, clock.now()));
  await bringRoles(foundation, running, given.centreId);
  const manifest = Manifest.parse(await readJson(join(given.folder, 'manifest.json')));
  // It may what each sheet asks of people who bring it, and no more.
  const actor = systemActor(
    given.centreId,
    'load-centre',
    running.importers.map(({ permission }) => permission.name),
  );
  const all = [...manifest.files, ...manifest.catalogues, ...manifest.packages];
  const bar = terminal.bar(centre.nameZh, all.length);
  const loaded: LoadedSheet[] = [];
  for (const { path, importer: name } of all) {
    const importer = running.importers.find((candidate) => candidate.name === name);
    if (importer === undefined) throw unknownSheet(path, name);
    const file = { path, at: join(given.folder, path) };
    loaded.push({ sheet: path, ...(await importSheet(foundation, actor, importer, file)) });
    bar.advance();
  }
  bar.done();
  return loaded;
}

const SHOWN_FAULTS = 20;

/** Imports one sheet; a bad cell stops the load with its row, column and reason. */
async function importSheet(
  foundation: Foundation,
  actor: Actor,
  importer: Importer,
  { path, at }: { readonly path: string; readonly at: string },
): Promise<ImportOutcome> {
  try {
    const rows = await readRows(importer, at);
    return await runImport(foundation, actor, importer, basename(path), rows);
  } catch (error) {
    if (!isProblem(error, problems.hasFaults)) throw error;
    const cells = z.array(CellFault).parse(error.extras.more?.['cells']).slice(0, SHOWN_FAULTS);
    const count = Number(error.values['count']);
    const say = (locale: 'zh-CN' | 'en') =>
      cells
        .map(
          (cell) =>
            `\n      ${path}:${cell.row} ${cell.field}=${cell.value}: ${cell.reason[locale]}`,
        )
        .join('');
    throw new OperatorError(
      `${path} 有 ${count} 处错误，未导入任何一行：${say('zh-CN')}`,
      `${path} has ${count} faults; nothing was imported:${say('en')}`,
      error,
    );
  }
}

function unknownSheet(path: string, name: string): OperatorError {
  return new OperatorError(
    `清单中的 ${path} 需要导入表 ${name}，本软件没有这种导入表，请检查 manifest.json。`,
    `${path} in the manifest needs the sheet ${name}, which this software does not have; check manifest.json.`,
  );
}

async function readCentre(
  folder: string,
  centreId: number,
  isDemonstration: boolean,
): Promise<Centre> {
  const details = await readJson(join(folder, 'centre.json'));
  const { slug, nameZh, nameEn, zone } = CentreFile.parse(details);
  return {
    centreId,
    slug,
    nameZh,
    nameEn,
    zone,
    hosts: [],
    isDemonstration,
    details: details as Record<string, unknown>,
  };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(
      `无法读取 ${path}，请检查路径和内容。`,
      `Cannot read ${path}; check the path and its content.`,
      error,
    );
  }
}

async function readRows(importer: Importer, path: string): Promise<readonly RawRow[]> {
  if (importer.files !== undefined) {
    const { rows, faults } = await importer.files.read(await readWhole(path), basename(path));
    if (faults.length === 0) return rows;
    const cells = faults.slice(0, 200);
    throw new ProblemError(problems.hasFaults, { count: faults.length }, { more: { cells } });
  }
  const records: Array<Record<string, string>> = parse(await readFile(path), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  // The first row of a sheet is its headings.
  return records.map((cells, index) => ({ rowNumber: index + 2, cells }));
}

/** A file as it is; a folder as the texts of its files by name. */
async function readWhole(path: string): Promise<Buffer> {
  if (!(await stat(path)).isDirectory()) return readFile(path);
  const names = (await readdir(path)).toSorted();
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const),
  );
  return Buffer.from(JSON.stringify(Object.fromEntries(texts)), 'utf8');
}

/** Brings the product's own roles of a centre up to date. */
export async function bringRoles(
  { database }: Foundation,
  { access }: Pick<Running, 'access'>,
  centreId: number,
): Promise<void> {
  await database.transaction((tx) => access.ensureRoles(tx, centreId, defaultRoles()));
}
