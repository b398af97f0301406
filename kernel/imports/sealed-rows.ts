import { z } from 'zod';

import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { RawRow } from './raw-row.ts';

const Rows = z.array(
  z.object({ rowNumber: z.number().int(), cells: z.record(z.string(), z.string()) }),
);

interface Key {
  readonly centre_id: number;
  readonly preview_id: string;
}

const place = (key: Key) => ({
  centreId: String(key.centre_id),
  table: 'kernel.import_preview',
  column: 'rows',
  rowId: key.preview_id,
});

/** Seals the rows of a sheet that waits for a decision: they may hold personal data. */
export function sealRows(cipher: FieldCipher, key: Key, rows: readonly RawRow[]): string {
  return cipher.encrypt(place(key), JSON.stringify(rows));
}

export function openRows(cipher: FieldCipher, row: Key & { readonly rows: string }): RawRow[] {
  return Rows.parse(JSON.parse(cipher.decrypt(place(row), row.rows)));
}
