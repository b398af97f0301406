export type { CarrierAccess, CarrierOrder, OrderAnswer, OrderParcel } from './contract.ts';
export { orderOverHttp } from './server/http-carrier.ts';
