import { selfRoutes } from './contract-device.ts';
import { printingRoutes } from './contract-printing.ts';
import { deviceRoutes, faultRoutes } from './contract-routes.ts';

export {
  DeviceSelf,
  Heartbeat,
  HEARTBEAT_SECONDS,
  HeartbeatAnswer,
  WaitingOrder,
} from './contract-device.ts';
export { events } from './contract-events.ts';
export {
  PrintAnswer,
  PrinterSettings,
  PrinterTransport,
  PrinterTrouble,
  PrintJob,
  PrintOutcome,
  PrintRequest,
  PrintState,
} from './contract-printing.ts';
export { permissions } from './contract-permissions.ts';
export { problems } from './contract-problems.ts';
export {
  BoardCount,
  BoardDevice,
  FaultReport,
  ListDevicesQuery,
  ListFaultsQuery,
  OrderInput,
} from './contract-routes.ts';
export {
  Device,
  DeviceInput,
  DeviceKind,
  DeviceOrder,
  DeviceStatus,
  Fault,
  FaultKind,
  Health,
  OrderAct,
  SelfTestItem,
  Severity,
} from './contract-shapes.ts';

/** Every route of the devices: those of people, and those that devices call themselves. */
export const routes = {
  ...deviceRoutes,
  ...faultRoutes,
  ...selfRoutes,
  ...printingRoutes,
} as const;
