import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { SealsDeps } from './deps.ts';
import { drawSeal, type Looker, printProof } from './desk/draw.ts';
import { getSet } from './desk/get-set.ts';
import {
  cancelSet,
  changeWay,
  claimFor,
  dispatchSet,
  handOutSet,
  receiveSet,
  remakeSet,
  withdrawSet,
} from './desk/handle-set.ts';
import { exportSets, getFigures, listSets } from './desk/list-sets.ts';
import { changeMaker, createMaker, listMakers } from './desk/makers.ts';
import { exportLines } from './months/export-lines.ts';
import { getMonth, listLines, listMakerLines, listMonths } from './months/look.ts';
import { closeMonth, disputeLine, handOnMonth, judgeLine } from './months/settle-month.ts';
import {
  acceptSet,
  declineSet,
  engraveSet,
  fileSet,
  getMakerSet,
  handOverSet,
  listMakerSets,
} from './own/maker-sets.ts';
import { claimOwn, listOwnSets, withdrawOwn } from './own/own-sets.ts';
import { changeSettings, readSettings } from './settings.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createRoutes(deps: SealsDeps): ServedRoute[] {
  return [
    ...setRoutes(deps),
    ...deskActRoutes(deps),
    ...ownRoutes(deps),
    ...makerRoutes(deps),
    ...monthRoutes(deps),
  ];
}

const drawn = (
  deps: SealsDeps,
  route: typeof routes.drawSeal | typeof routes.drawOwn | typeof routes.drawForMaker,
  looker: Looker,
) =>
  serve(route, async ({ actor, params, reply }) => {
    const svg = await drawSeal(deps, actor, params, looker);
    await reply
      .type('image/svg+xml; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(svg);
    return undefined;
  });

const printed = (deps: SealsDeps, route: typeof routes.printProof, looker: Looker) =>
  serve(route, async ({ actor, params, reply }) => {
    const { bytes, fileName } = await printProof(deps, actor, params.id, looker);
    await reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${fileName}"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(bytes));
    return undefined;
  });

const setRoutes = (deps: SealsDeps): ServedRoute[] => [
  serve(routes.listSets, ({ actor, query }) => listSets(deps, actor, query)),
  serve(routes.exportSets, async ({ actor, query, locale, reply }) => {
    const content = await exportSets(deps, actor, query, locale);
    await reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="seals.xlsx"')
      .header('cache-control', 'no-store')
      .send(content);
    return undefined;
  }),
  serve(routes.getSet, ({ actor, params }) => getSet(deps, actor, params.id)),
  drawn(deps, routes.drawSeal, 'staff'),
  printed(deps, routes.printProof, 'staff'),
  serve(routes.getFigures, ({ actor, query }) => getFigures(deps, actor, query)),
  serve(routes.listMakers, ({ actor }) => listMakers(deps, actor)),
  serve(routes.createMaker, ({ actor, body, once }) => createMaker(deps, actor, body, once)),
  serve(routes.changeMaker, ({ actor, params, body, once }) =>
    changeMaker(deps, actor, params.id, body, once),
  ),
  serve(routes.getSettings, ({ actor }) => readSettings(deps.database.db, actor.centreId)),
  serve(routes.changeSettings, ({ actor, body, once }) => changeSettings(deps, actor, body, once)),
];

const deskActRoutes = (deps: SealsDeps): ServedRoute[] => [
  serve(routes.claimFor, ({ actor, body, once }) => claimFor(deps, actor, body, once)),
  serve(routes.dispatchSet, ({ actor, params, body, once }) =>
    dispatchSet(deps, actor, params.id, body, once),
  ),
  serve(routes.receiveSet, ({ actor, params, body, once }) =>
    receiveSet(deps, actor, params.id, body.version, once),
  ),
  serve(routes.handOutSet, ({ actor, params, body, once }) =>
    handOutSet(deps, actor, params.id, body, once),
  ),
  serve(routes.changeWay, ({ actor, params, body, once }) =>
    changeWay(deps, actor, params.id, body, once),
  ),
  serve(routes.remakeSet, ({ actor, params, body, once }) =>
    remakeSet(deps, actor, params.id, body, once),
  ),
  serve(routes.withdrawSet, ({ actor, params, body, once }) =>
    withdrawSet(deps, actor, params.id, body, once),
  ),
  serve(routes.cancelSet, ({ actor, params, body, once }) =>
    cancelSet(deps, actor, params.id, body, once),
  ),
];

const ownRoutes = (deps: SealsDeps): ServedRoute[] => [
  serve(routes.listOwnSets, ({ actor }) => listOwnSets(deps, actor)),
  serve(routes.claimOwn, ({ actor, body, once }) => claimOwn(deps, actor, body, once)),
  serve(routes.withdrawOwn, ({ actor, params, body, once }) =>
    withdrawOwn(deps, actor, params.id, body.version, once),
  ),
  drawn(deps, routes.drawOwn, 'firm'),
];

const makerRoutes = (deps: SealsDeps): ServedRoute[] => [
  serve(routes.listMakerSets, ({ actor, query }) => listMakerSets(deps, actor, query.list)),
  serve(routes.getMakerSet, ({ actor, params }) => getMakerSet(deps, actor, params.id)),
  serve(routes.acceptSet, ({ actor, params, body, once }) =>
    acceptSet(deps, actor, params.id, body, once),
  ),
  serve(routes.declineSet, ({ actor, params, body, once }) =>
    declineSet(deps, actor, params.id, body, once),
  ),
  serve(routes.fileSet, ({ actor, params, body, once }) =>
    fileSet(deps, actor, params.id, body, once),
  ),
  serve(routes.engraveSet, ({ actor, params, body, once }) =>
    engraveSet(deps, actor, params.id, body, once),
  ),
  serve(routes.handOverSet, ({ actor, params, body, once }) =>
    handOverSet(deps, actor, params.id, body, once),
  ),
  drawn(deps, routes.drawForMaker, 'maker'),
  printed(deps, routes.printForMaker, 'maker'),
  serve(routes.listMakerLines, ({ actor, params }) => listMakerLines(deps, actor, params.month)),
];

const monthRoutes = (deps: SealsDeps): ServedRoute[] => [
  serve(routes.listMonths, ({ actor }) => listMonths(deps, actor)),
  serve(routes.getMonth, ({ actor, params }) => getMonth(deps, actor, params.month)),
  serve(routes.listLines, ({ actor, params, query }) =>
    listLines(deps, actor, { ...query, month: params.month }),
  ),
  serve(routes.exportLines, async ({ actor, params, locale, reply }) => {
    const content = await exportLines(deps, actor, params.month, locale);
    await reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="seals-${params.month}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(content);
    return undefined;
  }),
  serve(routes.closeMonth, ({ actor, params, once }) =>
    closeMonth(deps, actor, params.month, once),
  ),
  serve(routes.disputeLine, ({ actor, params, body, once }) =>
    disputeLine(deps, actor, { ...params, ...body }, once),
  ),
  serve(routes.judgeLine, ({ actor, params, body, once }) =>
    judgeLine(deps, actor, { ...params, ...body }, once),
  ),
  serve(routes.handOnMonth, ({ actor, params, body, once }) =>
    handOnMonth(deps, actor, params.month, body.version, once),
  ),
];
