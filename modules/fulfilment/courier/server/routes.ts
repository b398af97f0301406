import type { FastifyReply } from 'fastify';

import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { exportLines } from './bill/export-lines.ts';
import { getMonth, listLines, listMonths } from './bill/look.ts';
import { handOnMonth, judgeLine, takeBill } from './bill/settle-bill.ts';
import { changeCarrier, createCarrier, listCarriers } from './carriers.ts';
import type { CourierDeps } from './deps.ts';
import { getHandOver, listHandOvers, printHandOver } from './desk/hand-over-book.ts';
import { handOver, orderParcel, sendForCase, settleTrouble } from './desk/handle-parcel.ts';
import { printLabel } from './label.ts';
import { getFigures, getParcel, listParcels, listUnknown } from './look.ts';
import { getOwnParcel, listOwnParcels, orderCollection } from './own/order-collection.ts';
import { receivePush } from './receive-push.ts';
import { changeSettings, getSettings } from './settings.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const monthRoutes = (deps: CourierDeps): ServedRoute[] => [
  serve(routes.listMonths, ({ actor }) => listMonths(deps, actor)),
  serve(routes.getMonth, ({ actor, params }) => getMonth(deps, actor, params.month)),
  serve(routes.takeBill, ({ actor, params, body, once }) =>
    takeBill(deps, actor, { ...params, ...body }, once),
  ),
  serve(routes.listLines, ({ actor, params, query }) =>
    listLines(deps, actor, { ...params, ...query }),
  ),
  serve(routes.exportLines, async ({ actor, params, query, locale, reply }) => {
    const content = await exportLines(deps, actor, { ...params, ...query }, locale);
    await reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="courier-${params.month}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(content);
    return undefined;
  }),
  serve(routes.judgeLine, ({ actor, params, body, once }) =>
    judgeLine(deps, actor, { ...params, ...body }, once),
  ),
  serve(routes.handOnMonth, ({ actor, params, body, once }) =>
    handOnMonth(deps, actor, { ...params, ...body }, once),
  ),
];

interface Paper {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

async function sendPaper(reply: FastifyReply, { bytes, fileName }: Paper): Promise<undefined> {
  await reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${fileName}"`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes));
  return undefined;
}

export function createRoutes(deps: CourierDeps): ServedRoute[] {
  return [
    ...monthRoutes(deps),
    serve(routes.listParcels, ({ actor, query }) => listParcels(deps, actor, query)),
    serve(routes.getParcel, ({ actor, params }) => getParcel(deps, actor, params.id)),
    serve(routes.sendForCase, ({ actor, body, once }) => sendForCase(deps, actor, body, once)),
    serve(routes.orderParcel, ({ actor, params }) => orderParcel(deps, actor, params.id)),
    serve(routes.printLabel, async ({ actor, params, reply }) =>
      sendPaper(reply, await printLabel(deps, actor, params.id)),
    ),
    serve(routes.handOver, ({ actor, body, once }) => handOver(deps, actor, body, once)),
    serve(routes.getHandOver, ({ actor, params }) => getHandOver(deps, actor, params.id)),
    serve(routes.printHandOver, async ({ actor, params, reply }) =>
      sendPaper(reply, await printHandOver(deps, actor, params.id)),
    ),
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
    serve(routes.getOwnParcel, ({ actor, params }) => getOwnParcel(deps, actor, params.id)),
    serve(routes.orderCollection, ({ actor, body, once }) =>
      orderCollection(deps, actor, body, once),
    ),
    serve(routes.listOwnParcels, ({ actor }) => listOwnParcels(deps, actor)),
  ];
}
