export type { CarrierAccess, CarrierOrder, OrderAnswer, OrderParcel } from './contract.ts';
export type { CourierApi, ParcelRef } from './server/api.ts';
export { createHttpCarrier } from './server/http-carrier.ts';
export { keepStandinCarrier } from './server/keep-standin.ts';
