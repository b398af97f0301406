import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';

import type { DeliveryWish } from '../contract.ts';

/** What somebody filled in: personal through and through, so it is kept as one sealed document. */
export interface ApplicationDocument {
  readonly answers: Record<string, string[]>;
  readonly form: Record<string, unknown>;
  readonly delivery: DeliveryWish;
}

type Sealing = Pick<FieldCipher, 'encrypt' | 'decrypt'>;

const place = (centreId: number, caseId: string, formNo: number) => ({
  centreId: String(centreId),
  table: 'cases.case_form',
  column: 'sealed',
  rowId: `${caseId}/${formNo}`,
});

export const sealApplication = (
  cipher: Sealing,
  key: { readonly centreId: number; readonly caseId: string; readonly formNo: number },
  document: ApplicationDocument,
): string => cipher.encrypt(place(key.centreId, key.caseId, key.formNo), JSON.stringify(document));

export const openApplication = (
  cipher: Sealing,
  row: {
    readonly centre_id: number;
    readonly case_id: string;
    readonly form_no: number;
    readonly sealed: string;
  },
): ApplicationDocument =>
  JSON.parse(
    cipher.decrypt(place(row.centre_id, row.case_id, row.form_no), row.sealed),
  ) as ApplicationDocument;

const recipientPlace = (centreId: number, caseId: string) => ({
  centreId: String(centreId),
  table: 'cases.case_file',
  column: 'delivery.recipient',
  rowId: caseId,
});

/** The name of whoever signed for the result. */
export const sealRecipient = (
  cipher: Sealing,
  centreId: number,
  caseId: string,
  name: string,
): string => cipher.encrypt(recipientPlace(centreId, caseId), name);

export const openRecipient = (
  cipher: Sealing,
  centreId: number,
  caseId: string,
  sealed: string,
): string => cipher.decrypt(recipientPlace(centreId, caseId), sealed);
