import { Readable } from 'node:stream';

import type { FastifyReply } from 'fastify';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { renderPaper } from '#kernel/documents/pdf/render.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type DeclarationFormat, permissions } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { listProjectFacts } from '../load.ts';
import { listApprovedTargets } from '../published.ts';
import * as repository from '../repository.ts';
import type { TargetRow } from '../tables.ts';
import { toIndicator } from '../view.ts';
import { type Declared, toDeclarationPaper } from './declaration-paper.ts';
import { streamDeclaration } from './declaration-sheet.ts';

const TYPES: Readonly<Record<DeclarationFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Sends the declaration table of one project; until it is approved it is marked as a draft. */
export async function sendDeclaration(
  deps: PerformanceDeps,
  actor: Actor,
  reply: FastifyReply,
  { id, format }: { readonly id: string; readonly format: DeclarationFormat },
): Promise<undefined> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const row = orNotFound(await repository.findTarget(db, actor.centreId, id));
  return send(deps, reply, format, await toDeclared(deps, db, [row]), row.project_name);
}

/** Sends the declaration tables of a year. */
export async function sendYear(
  deps: PerformanceDeps,
  actor: Actor,
  reply: FastifyReply,
  { year, format }: { readonly year: number; readonly format: DeclarationFormat },
): Promise<undefined> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const rows = await repository.listTargets(db, actor.centreId, year);
  orNotFound(rows[0]);
  return send(deps, reply, format, await toDeclared(deps, db, rows), String(year));
}

/** Sends the approved ones to everybody. */
export async function sendPublished(
  deps: PerformanceDeps,
  centreId: number,
  reply: FastifyReply,
  { year, format }: { readonly year: number; readonly format: DeclarationFormat },
): Promise<undefined> {
  const targets = await listApprovedTargets(deps, deps.database.db, centreId, year);
  orNotFound(targets[0]);
  const declared = targets.map((target) => ({ ...target, year, isDraft: false }));
  return send(deps, reply, format, declared, String(year));
}

async function toDeclared(
  deps: PerformanceDeps,
  db: Db,
  rows: readonly TargetRow[],
): Promise<Declared[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const { centre_id: centreId, year } = first;
  const ids = rows.map((row) => row.target_id);
  const [indicators, projects] = await Promise.all([
    repository.listIndicators(db, centreId, ids),
    listProjectFacts(deps, db, centreId, year),
  ]);
  return rows.map((row) => ({
    year,
    isDraft: row.state !== 'approved',
    projectCode: row.project_code,
    projectName: row.project_name,
    annualGoal: row.annual_goal,
    approvedOn: row.approved_on,
    project: projects.get(row.project_code) ?? null,
    indicators: indicators.filter((one) => one.target_id === row.target_id).map(toIndicator),
  }));
}

async function send(
  { clock }: PerformanceDeps,
  reply: FastifyReply,
  format: DeclarationFormat,
  targets: readonly Declared[],
  name: string,
): Promise<undefined> {
  const content =
    format === 'xlsx'
      ? Readable.from(streamDeclaration(targets))
      : Buffer.from(
          (
            await renderPaper(toDeclarationPaper(targets), {
              locale: 'zh-CN',
              createdAt: clock.now(),
            })
          ).bytes,
        );
  const fileName = encodeURIComponent(`项目支出绩效目标申报表 ${name}.${format}`);
  await reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename*=UTF-8''${fileName}`)
    .send(content);
  return undefined;
}
