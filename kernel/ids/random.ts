/** Fills the array with random bytes. A test passes its own to know what comes out. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;

// The largest request that getRandomValues of a browser serves at once.
const MAX_REQUEST = 65_536;

/** The platform's cryptographically secure generator, in Node and in browsers. */
export const fillSecureRandom: FillRandom = (bytes) => {
  for (let start = 0; start < bytes.length; start += MAX_REQUEST) {
    globalThis.crypto.getRandomValues(bytes.subarray(start, start + MAX_REQUEST));
  }
};

/** An evenly spread whole number from 0 to below `limit` (at most 2^32). Throws RangeError for another limit. */
export function randomInt(limit: number, fill: FillRandom = fillSecureRandom): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32)
    throw new RangeError(`Not a limit from 1 to 2^32: ${limit}`);
  const word = new Uint8Array(4);
  const view = new DataView(word.buffer);
  const usable = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    fill(word);
    const value = view.getUint32(0);
    // Values beyond the last whole multiple would make the first numbers likelier.
    if (value < usable) return value % limit;
  }
}
