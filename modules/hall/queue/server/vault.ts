import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';

/** Seals what is personal of a ticket, and recognises one person by a blind index. */
export function createVault(cipher: FieldCipher, centreId: number) {
  const scope = String(centreId);
  const at = (column: string, rowId: string) => ({
    centreId: scope,
    table: 'queue.ticket',
    column,
    rowId,
  });
  return {
    sealMobile: (ticketId: string, mobile: string) =>
      cipher.encrypt(at('mobile_sealed', ticketId), mobile),
    openMobile: (ticketId: string, sealed: string) =>
      cipher.decrypt(at('mobile_sealed', ticketId), sealed),
    sealIdentity: (ticketId: string, number: string) =>
      cipher.encrypt(at('identity_sealed', ticketId), number),
    /** The key of a person who showed a paper. */
    keyOfNumber: (number: string) =>
      `number:${cipher.blindIndex('queue.holder', number.toUpperCase(), scope)}`,
    /** Under every key of the ring, to look up. */
    keysOfNumber: (number: string) =>
      cipher
        .blindIndexes('queue.holder', number.toUpperCase(), scope)
        .map((index) => `number:${index}`),
  };
}

/** The key of a person of the register. */
export const keyOfParty = (partyId: string): string => `party:${partyId}`;
