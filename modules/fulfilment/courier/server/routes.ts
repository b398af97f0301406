import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeCarrier, createCarrier, listCarriers } from './carriers.ts';
import type { CourierDeps } from './deps.ts';
import { handOver, orderParcel, sendForCase, settleTrouble } from './desk/handle-parcel.ts';
import { printLabel } from './label.ts';
import {
  getFigures,
  getParcel,
  listHandOvers,
  listOwnParcels,
  listParcels,
  listUnknown,
} from './look.ts';
import { receivePush } from './receive-push.ts';
import { changeSettings, getSettings } from './settings.ts';

export function createRoutes(deps: CourierDeps): ServedRoute[] {
  return [
    serve(routes.listParcels, ({ actor, query }) => listParcels(deps, actor, query)),
    serve(routes.getParcel, ({ actor, params }) => getParcel(deps, actor, params.id)),
    serve(routes.sendForCase, ({ actor, body, once }) => sendForCase(deps, actor, body, once)),
    serve(routes.orderParcel, ({ actor, params }) => orderParcel(deps, actor, params.id)),
    serve(routes.printLabel, async ({ actor, params, reply }) => {
      const { bytes, fileName } = await printLabel(deps, actor, params.id);
      await reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${fileName}"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(bytes));
      return undefined;
    }),
    serve(routes.handOver, ({ actor, body, once }) => handOver(deps, actor, body, once)),
    serve(routes.listHandOvers, ({ actor }) => listHandOvers(deps, actor)),
    serve(routes.settleTrouble, ({ actor, params, body, once }) =>
      settleTrouble(deps, actor, params.id, body, once),
    ),
    serve(routes.listUnknown, ({ actor }) => listUnknown(deps, actor)),
    serve(routes.listCarriers, ({ actor }) => listCarriers(deps, actor)),
    serve(routes.createCarrier, ({ actor, body, once }) => createCarrier(deps, actor, body, once)),
    serve(routes.changeCarrier, ({ actor, params, body, once }) =>
      changeCarrier(deps, actor, params.id, body, once),
    ),
    serve(routes.getSettings, ({ actor }) => getSettings(deps, actor)),
    serve(routes.changeSettings, ({ actor, body, once }) =>
      changeSettings(deps, actor, body, once),
    ),
    serve(routes.getFigures, ({ actor, query }) => getFigures(deps, actor, query)),
    serve(routes.pushStatus, ({ actor, params, body }) =>
      receivePush(deps, actor, params.code, body),
    ),
    serve(routes.listOwnParcels, ({ actor }) => listOwnParcels(deps, actor)),
  ];
}
