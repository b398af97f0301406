/** What a metered contract pays for, as this module counts it. */
export const EVENT_TYPE = 'courier.parcel-sent';

/** How a carrier is reached; its secret signs both ways. */
export interface CarrierAccess {
  readonly code: string;
  readonly endpoint: string;
  readonly secret: string;
}

export interface CarrierOrder {
  /** Our own number: a repeat gives the same tracking number. */
  readonly number: string;
  readonly direction: 'out' | 'in';
  readonly contact: {
    readonly recipient: string;
    readonly phone: string;
    readonly address: string;
  };
  readonly contents: string;
  /** Where the carrier pushes its states to. */
  readonly pushTo: string;
}

export type OrderAnswer =
  | { readonly ok: true; readonly trackingNo: string }
  | { readonly ok: false; readonly reason: string };

/** Port: a carrier that takes orders. */
export type OrderParcel = (access: CarrierAccess, order: CarrierOrder) => Promise<OrderAnswer>;
