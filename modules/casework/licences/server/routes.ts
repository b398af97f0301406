import type { FastifyReply } from 'fastify';

import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeState } from './change-state.ts';
import type { LicencesDeps } from './deps.ts';
import { exportLicences } from './export-licences.ts';
import { getLicence } from './get-licence.ts';
import { changeKind, listKinds, listLicences } from './list-licences.ts';
import { getOwnLicence, listOwnLicences, proveOwn } from './own-licences.ts';
import { pictureOwn, type PrintedLicence, printLicence, printOwn } from './paper/print-licence.ts';
import { searchLicences } from './search-licences.ts';
import { getShowing, openShowing, verifyShowing, verifyShownCode } from './show-licence.ts';
import { provePublic, verifyPublic } from './verify-public.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createRoutes(deps: LicencesDeps): ServedRoute[] {
  return [...staffRoutes(deps), ...ownRoutes(deps), ...publicRoutes(deps)];
}

const staffRoutes = (deps: LicencesDeps): ServedRoute[] => [
  serve(routes.listLicences, ({ actor, query }) => listLicences(deps, actor, query)),
  serve(routes.searchLicences, ({ actor, body }) => searchLicences(deps, actor, body.text)),
  serve(routes.getLicence, ({ actor, params }) => getLicence(deps, actor, params.id)),
  serve(routes.suspend, ({ actor, params, body, once }) =>
    changeState(deps, actor, { ...body, licenceId: params.id, act: 'suspend' }, once),
  ),
  serve(routes.resume, ({ actor, params, body, once }) =>
    changeState(deps, actor, { ...body, licenceId: params.id, act: 'resume' }, once),
  ),
  serve(routes.revoke, ({ actor, params, body, once }) =>
    changeState(deps, actor, { ...body, licenceId: params.id, act: 'revoke' }, once),
  ),
  serve(routes.cancel, ({ actor, params, body, once }) =>
    changeState(deps, actor, { ...body, licenceId: params.id, act: 'cancel' }, once),
  ),
  serve(routes.verifyShowing, ({ actor, body }) => verifyShowing(deps, actor, body.code)),
  serve(routes.printLicence, async ({ actor, params, query, reply }) =>
    sendPaper(reply, await printLicence(deps, actor, params.id, query.form)),
  ),
  serve(routes.exportLicences, async ({ actor, query, locale, reply }) => {
    const content = await exportLicences(deps, actor, query, locale);
    await reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="licences.xlsx"')
      .header('cache-control', 'no-store')
      .send(content);
    return undefined;
  }),
  serve(routes.listKinds, ({ actor }) => listKinds(deps, actor)),
  serve(routes.changeKind, ({ actor, params, body, once }) =>
    changeKind(deps, actor, params.code, body, once),
  ),
];

const ownRoutes = (deps: LicencesDeps): ServedRoute[] => [
  serve(routes.listOwnLicences, ({ actor }) => listOwnLicences(deps, actor)),
  serve(routes.getOwnLicence, ({ actor, params }) => getOwnLicence(deps, actor, params.id)),
  serve(routes.openShowing, ({ actor, params }) => openShowing(deps, actor, params.id)),
  serve(routes.getShowing, ({ actor, params }) => getShowing(deps, actor, params.showingId)),
  serve(routes.downloadOwnPaper, async ({ actor, params, query, reply }) =>
    sendPaper(reply, await printOwn(deps, actor, params.id, query.form)),
  ),
  serve(routes.showOwnPicture, async ({ actor, params, query, reply }) => {
    const picture = await pictureOwn(deps, actor, params.id, query.form);
    await reply
      .type('image/svg+xml; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(picture);
    return undefined;
  }),
  serve(routes.getOwnProof, ({ actor, params }) => proveOwn(deps, actor, params.id)),
];

const publicRoutes = (deps: LicencesDeps): ServedRoute[] => [
  serve(routes.getPublicLicence, ({ actor, params }) => verifyPublic(deps, actor, params.code)),
  serve(routes.getPublicProof, ({ actor, params }) => provePublic(deps, actor, params.code)),
  serve(routes.verifyShownCode, ({ actor, body }) => verifyShownCode(deps, actor, body.code)),
];

async function sendPaper(reply: FastifyReply, paper: PrintedLicence): Promise<undefined> {
  await reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${paper.fileName}"`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(paper.bytes));
  return undefined;
}
