import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';

import type { LeaveRow, PersonRow } from './tables.ts';

export type ContactField = 'mobile' | 'email';

/** Seals and opens the personal fields of one centre. The only place that knows how they are kept. Empty stays empty. */
export interface Vault {
  sealContact(personId: string, field: ContactField, text: string): string | null;
  openContact(row: PersonRow, field: ContactField): string;
  sealReason(leaveId: string, text: string): string | null;
  openReason(row: LeaveRow): string;
}

export function createVault(cipher: FieldCipher, centre: number): Vault {
  const centreId = String(centre);
  const contact = (rowId: string, field: ContactField) => ({
    centreId,
    table: 'staff.person',
    column: `${field}_sealed`,
    rowId,
  });
  const reason = (rowId: string) => ({
    centreId,
    table: 'staff.leave',
    column: 'reason_sealed',
    rowId,
  });
  return {
    sealContact: (personId, field, text) =>
      text === '' ? null : cipher.encrypt(contact(personId, field), text),
    openContact: (row, field) => {
      const sealed = row[`${field}_sealed`];
      return sealed === null ? '' : cipher.decrypt(contact(row.person_id, field), sealed);
    },
    sealReason: (leaveId, text) => (text === '' ? null : cipher.encrypt(reason(leaveId), text)),
    openReason: (row) =>
      row.reason_sealed === null ? '' : cipher.decrypt(reason(row.leave_id), row.reason_sealed),
  };
}
