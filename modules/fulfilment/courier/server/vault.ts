import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';

import { Contact } from '../contract.ts';
import type { CarrierRow, ParcelRow } from './tables.ts';

type Key = Pick<ParcelRow, 'centre_id' | 'parcel_id'>;

const placeOf = (row: Key) => ({
  centreId: String(row.centre_id),
  table: 'courier.parcel',
  column: 'contact_sealed',
  rowId: row.parcel_id,
});

export const sealContact = (cipher: FieldCipher, row: Key, contact: Contact): string =>
  cipher.encrypt(placeOf(row), JSON.stringify(contact));

/** For the carrier and the label alone. */
export const openContact = (cipher: FieldCipher, row: ParcelRow): Contact | undefined =>
  row.contact_sealed === ''
    ? undefined
    : Contact.parse(JSON.parse(cipher.decrypt(placeOf(row), row.contact_sealed)));

type CarrierKey = Pick<CarrierRow, 'centre_id' | 'carrier_id'>;

const secretPlace = (row: CarrierKey) => ({
  centreId: String(row.centre_id),
  table: 'courier.carrier',
  column: 'secret_sealed',
  rowId: row.carrier_id,
});

export const sealSecret = (cipher: FieldCipher, row: CarrierKey, secret: string): string =>
  cipher.encrypt(secretPlace(row), secret);

export const openSecret = (cipher: FieldCipher, row: CarrierRow): string =>
  cipher.decrypt(secretPlace(row), row.secret_sealed);
