import type { Readable } from 'node:stream';

import type { FastifyReply } from 'fastify';

import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { getDocument, listDocuments } from './documents/list-documents.ts';
import { prepareDocument } from './documents/prepare-document.ts';
import { previewDocument } from './documents/preview-document.ts';
import {
  approveDocument,
  checkDocument,
  returnDocument,
  withdrawDocument,
} from './documents/sign-document.ts';
import { exportContracts } from './looks/export-contracts.ts';
import { exportDocuments } from './looks/export-documents.ts';
import { exportMovements } from './looks/export-movements.ts';
import { exportOverdue } from './looks/export-overdue.ts';
import { exportPlan } from './looks/export-plan.ts';
import { exportVouchers } from './looks/export-vouchers.ts';
import { getContract } from './looks/get-contract.ts';
import { getOverview, listLinesNow } from './looks/get-overview.ts';
import { getProcurementPlan } from './looks/get-plan.ts';
import { getYearEnd } from './looks/get-year-end.ts';
import { listContracts } from './looks/list-contracts.ts';
import { listCounted } from './looks/list-counted.ts';
import { listMovements, reconcile } from './looks/list-movements.ts';
import { listOverdue } from './looks/list-overdue.ts';
import { openYear } from './open-year.ts';
import { recordEvent, recordPublication } from './record-event.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createRoutes(deps: ContractsDeps): ServedRoute[] {
  return [...readRoutes(deps), ...sheetRoutes(deps), ...actRoutes(deps), ...documentRoutes(deps)];
}

const readRoutes = (deps: ContractsDeps): ServedRoute[] => [
  serve(routes.getOverview, ({ actor, query }) => getOverview(deps, actor, query)),
  serve(routes.listLines, ({ actor, query }) => listLinesNow(deps, actor, query.year)),
  serve(routes.listMovements, ({ actor, query }) => listMovements(deps, actor, query)),
  serve(routes.reconcile, ({ actor }) => reconcile(deps, actor)),
  serve(routes.listContracts, ({ actor, query }) => listContracts(deps, actor, query)),
  serve(routes.getContract, ({ actor, params }) => getContract(deps, actor, params.id)),
  serve(routes.listCounted, ({ actor, params, query }) =>
    listCounted(deps, actor, params.id, query),
  ),
  serve(routes.getProcurementPlan, ({ actor, query }) =>
    getProcurementPlan(deps, actor, query.year),
  ),
  serve(routes.listOverdue, ({ actor, query }) => listOverdue(deps, actor, query.onDay)),
  serve(routes.getYearEnd, ({ actor, query }) => getYearEnd(deps, actor, query.year)),
];

/** A sheet as it is read, under a name that says what it is. */
async function sendSheet(reply: FastifyReply, name: string, content: Promise<Readable>) {
  await reply
    .type(XLSX)
    .header('content-disposition', `attachment; filename="${name}.xlsx"`)
    .header('cache-control', 'no-store')
    .send(await content);
  return undefined;
}

const sheetRoutes = (deps: ContractsDeps): ServedRoute[] => [
  serve(routes.exportContracts, ({ actor, query, locale, reply }) =>
    sendSheet(reply, 'contracts', exportContracts(deps, actor, query, locale)),
  ),
  serve(routes.exportDocuments, ({ actor, query, locale, reply }) =>
    sendSheet(reply, 'documents', exportDocuments(deps, actor, query, locale)),
  ),
  serve(routes.exportMovements, ({ actor, query, locale, reply }) =>
    sendSheet(reply, 'movements', exportMovements(deps, actor, query, locale)),
  ),
  serve(routes.exportPlan, ({ actor, query, locale, reply }) =>
    sendSheet(reply, 'procurement-plan', exportPlan(deps, actor, query.year, locale)),
  ),
  serve(routes.exportOverdue, ({ actor, query, locale, reply }) =>
    sendSheet(reply, 'overdue', exportOverdue(deps, actor, query.onDay, locale)),
  ),
  serve(routes.exportVouchers, ({ actor, query, locale, reply }) =>
    sendSheet(reply, 'vouchers', exportVouchers(deps, actor, query.year, locale)),
  ),
];

const actRoutes = (deps: ContractsDeps): ServedRoute[] => [
  serve(routes.recordEvent, ({ actor, params, body, once }) =>
    recordEvent(deps, actor, params.id, body, once),
  ),
  serve(routes.recordPublication, ({ actor, params, body, once }) =>
    recordPublication(deps, actor, params.id, body, once),
  ),
  serve(routes.openYear, ({ actor, body, once }) => openYear(deps, actor, body.year, once)),
];

const documentRoutes = (deps: ContractsDeps): ServedRoute[] => [
  serve(routes.listDocuments, ({ actor, query }) => listDocuments(deps, actor, query)),
  serve(routes.getDocument, ({ actor, params }) => getDocument(deps, actor, params.id)),
  serve(routes.previewDocument, ({ actor, body }) => previewDocument(deps, actor, body.body)),
  serve(routes.prepareDocument, ({ actor, body, once }) =>
    prepareDocument(deps, actor, body, once),
  ),
  serve(routes.checkDocument, ({ actor, params, body, once }) =>
    checkDocument(deps, actor, params.id, body, once),
  ),
  serve(routes.approveDocument, ({ actor, params, body, once }) =>
    approveDocument(deps, actor, params.id, body, once),
  ),
  serve(routes.returnDocument, ({ actor, params, body, once }) =>
    returnDocument(deps, actor, params.id, body, once),
  ),
  serve(routes.withdrawDocument, ({ actor, params, body, once }) =>
    withdrawDocument(deps, actor, params.id, body, once),
  ),
];
