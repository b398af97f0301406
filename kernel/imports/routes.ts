import type { FastifyReply, FastifyRequest } from 'fastify';

import { may } from '../access/authorise.ts';
import { type ServedRoute, serve } from '../http/handler.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { applyImport } from './apply-import.ts';
import { problems, routes } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { exportSheet, type SheetFile, templateSheet } from './export-sheet.ts';
import { previewImport } from './preview-import.ts';

export function createRoutes(deps: ImportDeps): ServedRoute[] {
  return [
    serve(routes.listImporters, ({ actor }) => ({
      items: deps
        .importers()
        .filter((importer) => may(actor, importer.permission.name))
        .map(({ name, title, fields }) => ({ name, title, fields: [...fields] })),
    })),
    serve(routes.previewImport, async ({ actor, params, raw }) =>
      previewImport(deps, actor, { importer: params.importer, ...(await readUpload(raw)) }),
    ),
    serve(routes.applyImport, ({ actor, params, once }) =>
      applyImport(deps, actor, params.id, once),
    ),
    serve(routes.exportSheet, async ({ actor, params, query, locale, reply }) =>
      sendSheet(reply, await exportSheet(deps, actor, params.importer, query.format, locale)),
    ),
    serve(routes.templateSheet, async ({ actor, params, locale, reply }) =>
      sendSheet(reply, await templateSheet(deps, actor, params.importer, locale)),
    ),
  ];
}

async function readUpload(raw: FastifyRequest): Promise<{ fileName: string; file: Buffer }> {
  const part = raw.isMultipart() ? await raw.file() : undefined;
  if (part === undefined)
    throw new ProblemError(problems.unreadable, { reason: '没有收到文件 / no file arrived' });
  return { fileName: part.filename.slice(-200), file: await part.toBuffer() };
}

async function sendSheet(reply: FastifyReply, sheet: SheetFile): Promise<undefined> {
  await reply
    .type(sheet.type)
    .header('content-disposition', `attachment; filename="${sheet.fileName}"`)
    .header('cache-control', 'no-store')
    .send(sheet.content);
  return undefined;
}
