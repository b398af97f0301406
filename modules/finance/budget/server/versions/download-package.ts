import { Readable } from 'node:stream';

import type { FastifyReply } from 'fastify';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { type ZipPart, zipParts } from '#kernel/documents/sheets/zip-stream.ts';

import { type BudgetLine, permissions, stageWords, toLineShape } from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { toExchangeRow } from '../view.ts';
import { getVersionRow, getYear, loadLines } from './load-version.ts';

type Row = Readonly<Record<string, string>>;

const REGISTERS = { function: '支出功能分类', economic: '部门预算支出经济分类' } as const;

/**
 * Sends a version as a package of the exchange format: what comes out can be read in again. Only the layout, the facts
 * and the lines are in it that the version has.
 */
export async function sendPackage(
  { database: { db } }: BudgetDeps,
  actor: Actor,
  reply: FastifyReply,
  id: string,
): Promise<undefined> {
  authorise(actor, permissions.view.name);
  const row = await getVersionRow(db, actor.centreId, id);
  const [lines, year, projects] = await Promise.all([
    loadLines(db, row),
    getYear(db, actor.centreId, row.year),
    repository.listProjects(db, actor.centreId),
  ]);
  const used = new Set(lines.map(({ projectId }) => projectId));
  const parts: ZipPart[] = [
    part('budget_lines.csv', toCsv(lines.map((line) => toRow(row, line)))),
    part('codes.csv', toCsv(toCodeRows(year.codes))),
    part(
      'projects.csv',
      toCsv(projects.filter((one) => used.has(one.project_id)).map(toProjectRow)),
    ),
    part('template.json', toJson(year.template)),
    ...(row.facts === null ? [] : [part('facts.json', toJson(row.facts))]),
    ...(year.profile === null ? [] : [part('rules.json', toJson(year.profile))]),
  ];
  const name = `部门预算 ${row.year} ${stageWords[row.stage]['zh-CN']}${row.number}.zip`;
  await reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Readable.from(zipParts(Readable.from(parts))));
  return undefined;
}

const part = (name: string, text: string): ZipPart => ({ name, content: [text] });
const toJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function toRow(row: repository.VersionRow, line: BudgetLine): Row {
  const { line_id = '', year = '', ...rest } = toExchangeRow(toLineShape(line), row.year);
  return {
    line_id,
    version: `${row.stage}-${row.number}`,
    stage: stageWords[row.stage]['zh-CN'],
    year,
    unit: row.facts?.unit ?? '',
    ...rest,
  };
}

function toCodeRows(codes: repository.YearRow['codes']): Row[] {
  return (['function', 'economic'] as const).flatMap((register) =>
    Object.entries(codes[register]).map(([code, name]) => ({
      register: REGISTERS[register],
      code,
      name,
    })),
  );
}

function toProjectRow(project: Awaited<ReturnType<typeof repository.listProjects>>[number]): Row {
  return {
    project_id: project.project_id,
    name: project.name,
    responsible_office: project.office,
    implementer: project.implementer,
    start: project.starts_on,
    end: project.ends_on,
    payment_kind: project.payment_kind,
    overview: project.overview,
  };
}

/** Rows of one shape as CSV of the exchange format: UTF-8, LF, quoted where needed. */
function toCsv(rows: readonly Row[]): string {
  const heading = Object.keys(rows[0] ?? {});
  const quote = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const line = (cells: readonly string[]) => cells.map(quote).join(',');
  return `${[line(heading), ...rows.map((row) => line(heading.map((key) => row[key] ?? '')))].join('\n')}\n`;
}
