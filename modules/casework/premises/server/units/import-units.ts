import type { FastifyRequest } from 'fastify';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { receiveSheet } from '#kernel/imports/receive-sheet.ts';
import type { Locale } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { UnitPreview } from '../../contract.ts';
import { requireOwn } from '../acting.ts';
import type { PremisesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { previewUnits, unitFields } from './unit-sheet.ts';

const LIMIT = 8 * 1024 * 1024;
const TITLE = '房屋单元';

/** Reads a sheet against what is being written; nothing is changed before the operator saves. */
export async function previewSheet(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
  raw: FastifyRequest,
): Promise<UnitPreview> {
  const { db } = deps.database;
  const found = await repository.findFiling(db, actor.centreId, id);
  const { filing } = await requireOwn(deps, db, actor, found);
  const draft = orNotFound(filing.draft ?? undefined);
  const { file, fileName } = await receiveSheet(raw, LIMIT);
  const read = await deps.sheets.read(file, fileName, unitFields);
  return previewUnits(read, fileName, draft.building, draft.units);
}

export const unitTemplate = ({ sheets }: PremisesDeps, locale: Locale): Promise<Buffer> =>
  sheets.template(unitFields, TITLE, locale);
