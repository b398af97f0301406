const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** Finer digits of a workbook are noise of its binary numbers; 万元 have six decimals at most. */
const DECIMALS = 6;

/**
 * A number of a workbook as decimal text. Workbooks keep binary fractions, so 39311854.30 may stand as
 * 39311854.299999997: it is rounded half up at six decimals by its digits, with no floating number in between.
 */
export function toDecimalText(text: string): string {
  const match = NUMBER.exec(text.trim());
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  // Codes are whole numbers and stay as they are.
  if (fraction === '' && power === '0') return text.trim();
  const shift = Number.parseInt(power, 10);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits;
  const at = Math.max(point, 1);
  const full = padded.padEnd(at + DECIMALS + 1, '0');
  const kept = BigInt(full.slice(0, at + DECIMALS)) + (full.charAt(at + DECIMALS) >= '5' ? 1n : 0n);
  const shown = kept.toString().padStart(DECIMALS + 1, '0');
  const decimals = shown.slice(-DECIMALS).replace(/0{1,4}$/, '');
  return `${sign}${shown.slice(0, -DECIMALS)}.${decimals}`;
}
