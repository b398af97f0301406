/**
 * Signs with a private key that may be out of this process: a key file in a demonstration, a crypto card or signing service in
 * production. The arithmetic of the software signer is not constant in time, so keys that matter belong in such a device.
 */
export interface Signer {
  /** Names the key in stored signatures. */
  readonly keyId: string;
  /** The public point, uncompressed: 130 hexadecimal characters beginning with 04. */
  readonly publicKey: string;
  /** The signature in DER. Rejects when the device cannot be reached. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
