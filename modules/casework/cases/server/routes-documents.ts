import type { FastifyReply } from 'fastify';

import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { listDocuments, listOwnDocuments } from './documents/list-documents.ts';
import { type DocumentFile, printDocument, printOwnDocument } from './documents/print-document.ts';
import { verifyDocument } from './documents/verify-document.ts';

export const createDocumentRoutes = (deps: CasesDeps): ServedRoute[] => [
  serve(routes.listDocuments, ({ actor, params }) => listDocuments(deps, actor, params.id)),
  serve(routes.listOwnDocuments, ({ actor, params }) => listOwnDocuments(deps, actor, params.id)),
  serve(routes.printDocument, async ({ actor, params, locale, reply }) => {
    const { id: caseId, documentId } = params;
    return sendPdf(reply, await printDocument(deps, actor, { caseId, documentId, locale }));
  }),
  serve(routes.printOwnDocument, async ({ actor, params, locale, reply }) => {
    const { id: caseId, documentId } = params;
    return sendPdf(reply, await printOwnDocument(deps, actor, { caseId, documentId, locale }));
  }),
  serve(routes.verifyDocument, ({ actor, params }) => verifyDocument(deps, actor, params.code)),
];

async function sendPdf(reply: FastifyReply, { fileName, bytes }: DocumentFile): Promise<undefined> {
  await reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes));
}
