export type CipherFault = 'malformed' | 'unknown-version' | 'tampered';

/** A ciphertext that cannot be opened. Says why, never what. */
export class CipherError extends Error {
  override readonly name = 'CipherError';
  readonly fault: CipherFault;

  constructor(fault: CipherFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}
