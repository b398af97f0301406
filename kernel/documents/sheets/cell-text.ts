/** Begins what a spreadsheet program would run as a formula, in half-width or full-width form. */
const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * Keeps a spreadsheet program from running a text as a formula when it opens a CSV file: an apostrophe is put before
 * it (OWASP, CSV injection). Undone by `unguardFormula`, so nothing is lost in a round trip.
 */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe of `guardFormula`. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}

const SHAPELESS = new Set('\u200b\u200c\u200d\u2060\ufeff');

/** Text without white space at its ends: spaces, full-width and unbreakable ones, marks without a shape. */
export function trimCell(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdgeSpace(text.charAt(start))) start += 1;
  while (end > start && isEdgeSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isEdgeSpace(character: string): boolean {
  return character.trim() === '' || SHAPELESS.has(character);
}

/** Full-width digits made plain; letters and marks stay, they may be meant. */
export function toPlainDigits(text: string): string {
  return text.replaceAll(/[０-９]/g, toHalfWidth);
}

/** Every full-width letter, digit and mark made plain, and spaces within taken out: for codes, numbers and dates. */
export function toPlainCode(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/g, toHalfWidth).replaceAll(/[\s\u3000\u00a0]/g, '');
}

function toHalfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
