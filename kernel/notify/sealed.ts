import { z } from 'zod';

import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { MessageRow } from './tables.ts';

const Content = z.object({ subject: z.string(), body: z.string() });

const place = (row: Pick<MessageRow, 'centre_id' | 'message_id'>, column: string) => ({
  centreId: String(row.centre_id),
  table: 'kernel.message',
  column,
  rowId: row.message_id,
});

type Key = Pick<MessageRow, 'centre_id' | 'message_id'>;

export function sealContent(
  cipher: FieldCipher,
  key: Key,
  content: z.infer<typeof Content>,
): string {
  return cipher.encrypt(place(key, 'content_sealed'), JSON.stringify(content));
}

export function openContent(
  cipher: FieldCipher,
  row: Key & Pick<MessageRow, 'content_sealed'>,
): z.infer<typeof Content> {
  return Content.parse(
    JSON.parse(cipher.decrypt(place(row, 'content_sealed'), row.content_sealed)),
  );
}

export function sealAddress(cipher: FieldCipher, key: Key, address: string): string {
  return cipher.encrypt(place(key, 'address_sealed'), address);
}

export function openAddress(
  cipher: FieldCipher,
  row: Key & Pick<MessageRow, 'address_sealed'>,
): string {
  return row.address_sealed === null
    ? ''
    : cipher.decrypt(place(row, 'address_sealed'), row.address_sealed);
}
