import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';

import type { EvaluationRow } from './tables.ts';

type Key = Pick<EvaluationRow, 'centre_id' | 'evaluation_id'>;
type Sealed = 'name_sealed' | 'mobile_sealed';

const place = (key: Key, column: Sealed) => ({
  centreId: String(key.centre_id),
  table: 'evaluation.evaluation',
  column,
  rowId: key.evaluation_id,
});

/** What a rater left of themselves; null for nothing. */
export const seal = (cipher: FieldCipher, key: Key, column: Sealed, text: string): string | null =>
  text === '' ? null : cipher.encrypt(place(key, column), text);

export const open = (cipher: FieldCipher, row: EvaluationRow, column: Sealed): string => {
  const sealed = row[column];
  return sealed === null ? '' : cipher.decrypt(place(row, column), sealed);
};

/** By which services and ratings of one mobile number are found, and none is read. */
export const phoneIndex = (cipher: FieldCipher, centreId: number, mobile: string): string =>
  cipher.blindIndex('mobile', mobile, String(centreId));

export const phoneIndexes = (cipher: FieldCipher, centreId: number, mobile: string): string[] =>
  cipher.blindIndexes('mobile', mobile, String(centreId));

/** Ratings from one address belong together; the address itself is not kept. */
export const addressIndex = (cipher: FieldCipher, centreId: number, address: string): string =>
  cipher.blindIndex('address', address, String(centreId));
