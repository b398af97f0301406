/** Ten-thousandths: four decimals carry every rate, price and count that a target names. */
const DECIMALS = 4;
const SCALE = 10_000n;

/** A number of a target or value as people write it: not negative, at most four decimals. */
export const DECIMAL = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,4})?$/;

/** Reads a decimal as ten-thousandths; undefined when it is none. Never a floating number. */
export function readDecimal(text: string): bigint | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const [whole = '0', decimals = ''] = text.split('.');
  return BigInt(whole) * SCALE + BigInt(decimals.padEnd(DECIMALS, '0'));
}

/** Two whole numbers as a quotient rounded half up. Both are not negative, the divisor is above nought. */
export function divide(dividend: bigint, divisor: bigint): bigint {
  return (dividend * 2n + divisor) / (divisor * 2n);
}

/** Hundredths as text with two decimals. */
export function toHundredthsText(hundredths: bigint): string {
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/** Text with at most two decimals as hundredths; nought when it is no number. */
export function toHundredths(text: string): bigint {
  return (readDecimal(text) ?? 0n) / 100n;
}
