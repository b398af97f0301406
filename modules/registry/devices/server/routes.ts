import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { DeviceDeps } from './deps.ts';
import { openEnrolment, revokeKeys } from './enrol-device.ts';
import { listFaults, reportFault, resolveFault } from './faults.ts';
import { giveOrder } from './give-order.ts';
import { getDevice, listDevices, listKinds, listOrders, showBoard } from './list-devices.ts';
import { checkOwnPrinter, printSlip, reportPrint } from './printing/print-slip.ts';
import { getPrinter, savePrinter } from './printing/save-printer.ts';
import { changeDevice, createDevice } from './save-device.ts';
import {
  answerOrder,
  getSelf,
  keepSelfTest,
  reportOwnFault,
  takeHeartbeat,
} from './speak-as-device.ts';

export function createRoutes(deps: DeviceDeps): ServedRoute[] {
  return [
    serve(routes.listKinds, ({ actor }) => listKinds(deps, actor)),
    serve(routes.listDevices, ({ actor, query }) => listDevices(deps, actor, query)),
    serve(routes.showBoard, ({ actor }) => showBoard(deps, actor)),
    serve(routes.getDevice, ({ actor, params }) => getDevice(deps, actor, params.id)),
    serve(routes.createDevice, ({ actor, body, once }) => createDevice(deps, actor, body, once)),
    serve(routes.changeDevice, ({ actor, params, body, once }) =>
      changeDevice(deps, actor, params.id, body, once),
    ),
    serve(routes.openEnrolment, ({ actor, params }) => openEnrolment(deps, actor, params.id)),
    serve(routes.revokeKeys, ({ actor, params, body, once }) =>
      revokeKeys(deps, actor, params.id, body.reason, once),
    ),
    serve(routes.giveOrder, ({ actor, body, once }) => giveOrder(deps, actor, body, once)),
    serve(routes.listOrders, ({ actor, params }) => listOrders(deps, actor, params.id)),
    serve(routes.listFaults, ({ actor, query }) => listFaults(deps, actor, query)),
    serve(routes.reportFault, ({ actor, params, body, once }) =>
      reportFault(deps, actor, params.id, body, once),
    ),
    serve(routes.resolveFault, ({ actor, params, body, once }) =>
      resolveFault(deps, actor, params.id, body.resolution, once),
    ),
    serve(routes.getSelf, ({ actor }) => getSelf(deps, actor)),
    serve(routes.heartbeat, ({ actor, body }) => takeHeartbeat(deps, actor, body.softwareVersion)),
    serve(routes.answerOrder, ({ actor, params, body }) =>
      answerOrder(deps, actor, params.id, body.outcome),
    ),
    serve(routes.reportSelfTest, ({ actor, body }) => keepSelfTest(deps, actor, body.items)),
    serve(routes.reportOwnFault, ({ actor, body }) => reportOwnFault(deps, actor, body)),
    serve(routes.print, ({ actor, body }) => printSlip(deps, actor, body)),
    serve(routes.reportPrint, ({ actor, params, body }) =>
      reportPrint(deps, actor, params.id, body),
    ),
    serve(routes.checkOwnPrinter, ({ actor }) => checkOwnPrinter(deps, actor)),
    serve(routes.getPrinter, ({ actor, params }) => getPrinter(deps, actor, params.id)),
    serve(routes.savePrinter, ({ actor, params, body, once }) =>
      savePrinter(deps, actor, params.id, body, once),
    ),
  ];
}
