import type { FastifyReply } from 'fastify';

import { may } from '../access/authorise.ts';
import { type ServedRoute, serve } from '../http/handler.ts';
import { applyImport } from './apply-import.ts';
import { routes } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { exportSheet, type SheetFile, templateSheet } from './export-sheet.ts';
import { previewImport } from './preview-import.ts';
import { receiveSheet } from './receive-sheet.ts';

const FLAT = ['xlsx', 'csv'] as const;

export function createRoutes(deps: ImportDeps): ServedRoute[] {
  return [
    serve(routes.listImporters, ({ actor }) => ({
      items: deps
        .importers()
        .filter((importer) => may(actor, importer.permission.name))
        .map(({ name, title, fields, files }) => ({
          name,
          title,
          fields: [...fields],
          formats: [...(files?.formats ?? FLAT)],
        })),
    })),
    serve(routes.previewImport, ({ actor, params, raw }) =>
      previewImport(deps, actor, {
        importer: params.importer,
        receive: () => receiveSheet(raw, deps.limitBytes),
      }),
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

async function sendSheet(reply: FastifyReply, sheet: SheetFile): Promise<undefined> {
  await reply
    .type(sheet.type)
    .header('content-disposition', `attachment; filename="${sheet.fileName}"`)
    .header('cache-control', 'no-store')
    .send(sheet.content);
  return undefined;
}
