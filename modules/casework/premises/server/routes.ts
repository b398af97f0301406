import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeCarrier, createCarrier } from './carriers/save-carrier.ts';
import type { PremisesDeps } from './deps.ts';
import {
  fileFiling,
  passFiling,
  resumeFiling,
  returnByRegulator,
  returnByTown,
  revokeFiling,
  suspendFiling,
  takeFiling,
} from './filings/check-filing.ts';
import {
  beginChange,
  beginRenewal,
  createFiling,
  discardFiling,
  retractFiling,
  saveFiling,
  submitFiling,
} from './filings/write-filing.ts';
import { getFigures } from './look/get-figures.ts';
import { getSnapshot } from './look/get-snapshot.ts';
import {
  getFiling,
  getOwnFiling,
  listFilings,
  listOwn,
  listOwnUses,
  listUses,
} from './look/look-as-staff.ts';
import { checkUse, findUnit, findUnits, getCarrier, listCarriers } from './look/look-publicly.ts';
import { changeSettings, readSettings } from './settings.ts';
import { reportLeft, setReachable, setUnitOpen } from './units/change-unit.ts';
import { previewSheet, unitTemplate } from './units/import-units.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createRoutes(deps: PremisesDeps): ServedRoute[] {
  return [...ownRoutes(deps), ...staffRoutes(deps), ...publicRoutes(deps)];
}

const ownRoutes = (deps: PremisesDeps): ServedRoute[] => [
  serve(routes.listOwn, ({ actor }) => listOwn(deps, actor)),
  serve(routes.createCarrier, ({ actor, body, once }) => createCarrier(deps, actor, body, once)),
  serve(routes.changeCarrier, ({ actor, params, body, once }) =>
    changeCarrier(deps, actor, params.id, body, once),
  ),
  serve(routes.createFiling, ({ actor, body, once }) => createFiling(deps, actor, body, once)),
  serve(routes.getOwnFiling, ({ actor, params }) => getOwnFiling(deps, actor, params.id)),
  serve(routes.saveFiling, ({ actor, params, body, once }) =>
    saveFiling(deps, actor, params.id, body, once),
  ),
  serve(routes.previewUnits, ({ actor, params, raw }) => previewSheet(deps, actor, params.id, raw)),
  serve(routes.unitTemplate, async ({ locale, reply }) => {
    await reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="units.xlsx"')
      .send(await unitTemplate(deps, locale));
    return undefined;
  }),
  serve(routes.submitFiling, ({ actor, params, body, once }) =>
    submitFiling(deps, actor, params.id, body.version, once),
  ),
  serve(routes.retractFiling, ({ actor, params, body, once }) =>
    retractFiling(deps, actor, params.id, body.version, once),
  ),
  serve(routes.discardFiling, ({ actor, params, body, once }) =>
    discardFiling(deps, actor, params.id, body.version, once),
  ),
  serve(routes.beginChange, ({ actor, params, body, once }) =>
    beginChange(deps, actor, params.id, body.version, once),
  ),
  serve(routes.beginRenewal, ({ actor, params, body, once }) =>
    beginRenewal(deps, actor, params.id, body.version, once),
  ),
  serve(routes.listOwnUses, ({ actor, params }) => listOwnUses(deps, actor, params.id)),
  serve(routes.reportLeft, ({ actor, params, body, once }) =>
    reportLeft(deps, actor, { ...body, id: params.id }, once),
  ),
];

const staffRoutes = (deps: PremisesDeps): ServedRoute[] => [
  serve(routes.listFilings, ({ actor, query }) => listFilings(deps, actor, query)),
  serve(routes.getFiling, ({ actor, params }) => getFiling(deps, actor, params.id)),
  serve(routes.takeFiling, ({ actor, params, body, once }) =>
    takeFiling(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.passFiling, ({ actor, params, body, once }) =>
    passFiling(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.returnByTown, ({ actor, params, body, once }) =>
    returnByTown(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.returnByRegulator, ({ actor, params, body, once }) =>
    returnByRegulator(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.fileFiling, ({ actor, params, body, once }) =>
    fileFiling(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.suspendFiling, ({ actor, params, body, once }) =>
    suspendFiling(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.resumeFiling, ({ actor, params, body, once }) =>
    resumeFiling(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.revokeFiling, ({ actor, params, body, once }) =>
    revokeFiling(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.setUnitOpen, ({ actor, params, body, once }) =>
    setUnitOpen(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.setReachable, ({ actor, params, body, once }) =>
    setReachable(deps, actor, { ...body, id: params.id }, once),
  ),
  serve(routes.listUses, ({ actor, params }) => listUses(deps, actor, params.id)),
  serve(routes.getFigures, ({ actor }) => getFigures(deps, actor)),
  serve(routes.changeSettings, ({ actor, body, once }) => changeSettings(deps, actor, body, once)),
];

const publicRoutes = (deps: PremisesDeps): ServedRoute[] => [
  serve(routes.getSettings, ({ actor }) => readSettings(deps.database.db, actor.centreId)),
  serve(routes.getSnapshot, ({ actor, params }) =>
    getSnapshot(deps, actor, params.unitId, params.filedVersion),
  ),
  serve(routes.listCarriers, ({ actor, query }) => listCarriers(deps, actor, query)),
  serve(routes.getCarrier, ({ actor, params }) => getCarrier(deps, actor, params.id)),
  serve(routes.searchUnits, ({ actor, query }) => findUnits(deps, actor, query)),
  serve(routes.findUnit, ({ actor, params }) => findUnit(deps, actor, params.ref)),
  serve(routes.checkUse, ({ actor, params, body }) => checkUse(deps, actor, params.id, body)),
];
