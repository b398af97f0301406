import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Words } from '#kernel/problems/contract.ts';

import type { Confirmation, PadConfirmation } from '../../contract.ts';
import type { ConfirmationRow } from '../tables.ts';

const place = (row: Pick<ConfirmationRow, 'centre_id' | 'confirmation_id'>) => ({
  centreId: String(row.centre_id),
  table: 'evaluation.confirmation',
  column: 'text_sealed',
  rowId: row.confirmation_id,
});

export const sealText = (
  cipher: FieldCipher,
  row: Pick<ConfirmationRow, 'centre_id' | 'confirmation_id'>,
  text: Words,
): string => cipher.encrypt(place(row), JSON.stringify(text));

/** Whether the pad still asks: nobody has answered, and its time is not over. */
export const isAsking = (row: ConfirmationRow, now: Date): boolean =>
  row.state === 'asked' && row.asks_until.getTime() > now.getTime();

export function toConfirmation(row: ConfirmationRow, now: Date): Confirmation {
  const isOver = row.state === 'asked' && !isAsking(row, now);
  return {
    id: row.confirmation_id,
    windowId: row.window_id,
    caseId: row.case_id,
    caseNo: row.case_no,
    documentId: row.document_id,
    title: row.title as Words,
    number: row.number,
    textHash: row.text_hash,
    state: isOver ? 'lapsed' : row.state,
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by_name,
    asksUntil: row.asks_until.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    signatureFileId: row.signature_file_id,
    signatureHash: row.signature_hash,
    proofHash: row.proof_hash,
  };
}

/** What the pad shows; null when there is nothing to ask any more. */
export function toPadConfirmation(
  cipher: FieldCipher,
  row: ConfirmationRow | undefined,
  now: Date,
): PadConfirmation | null {
  if (row === undefined || row.text_sealed === null || !isAsking(row, now)) return null;
  return {
    id: row.confirmation_id,
    caseNo: row.case_no,
    title: row.title as Words,
    number: row.number,
    text: JSON.parse(cipher.decrypt(place(row), row.text_sealed)) as Words,
    textHash: row.text_hash,
    askedAt: row.asked_at.toISOString(),
    asksUntil: row.asks_until.toISOString(),
  };
}
