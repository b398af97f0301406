import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';

import { Delivery } from '../contract.ts';
import type { SetRow } from './tables.ts';

type Key = Pick<SetRow, 'centre_id' | 'set_id'>;
type Column = 'legal_sealed' | 'delivery_sealed' | 'received_sealed';

const placeOf = (row: Key, column: Column) => ({
  centreId: String(row.centre_id),
  table: 'seals.seal_set',
  column,
  rowId: row.set_id,
});

const seal = (cipher: FieldCipher, row: Key, column: Column, text: string): string =>
  cipher.encrypt(placeOf(row, column), text);

export const sealLegalName = (cipher: FieldCipher, row: Key, name: string): string =>
  seal(cipher, row, 'legal_sealed', name);

export const openLegalName = (cipher: FieldCipher, row: SetRow): string =>
  row.legal_sealed === '' ? '' : cipher.decrypt(placeOf(row, 'legal_sealed'), row.legal_sealed);

export const sealDelivery = (
  cipher: FieldCipher,
  row: Key,
  delivery: Delivery | null,
): string | null =>
  delivery === null ? null : seal(cipher, row, 'delivery_sealed', JSON.stringify(delivery));

export const openDelivery = (cipher: FieldCipher, row: SetRow): Delivery | null =>
  row.delivery_sealed === null
    ? null
    : Delivery.parse(
        JSON.parse(cipher.decrypt(placeOf(row, 'delivery_sealed'), row.delivery_sealed)),
      );

export const sealReceiver = (cipher: FieldCipher, row: Key, name: string): string =>
  seal(cipher, row, 'received_sealed', name);

export const openReceiver = (cipher: FieldCipher, row: SetRow): string =>
  row.received_sealed === null
    ? ''
    : cipher.decrypt(placeOf(row, 'received_sealed'), row.received_sealed);
