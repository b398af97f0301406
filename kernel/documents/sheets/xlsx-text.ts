/** Most characters that a cell can hold. */
const CELL_LIMIT = 32_767;
const CUT_MARK = '……（已截断 cut）';

const NEEDS_ESCAPE = /[&<>"]|(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]|_x[0-9a-f]{4}_/iu;
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * Text as it stands in a cell: XML marks escaped, characters that XML forbids written as `_x0001_` (ECMA-376 part 1,
 * 22.9.2.19), halves of surrogate pairs replaced. Longer text than a cell can hold ends with a visible mark.
 */
export function escapeCell(text: string): string {
  const kept =
    text.length > CELL_LIMIT ? text.slice(0, CELL_LIMIT - CUT_MARK.length) + CUT_MARK : text;
  if (!NEEDS_ESCAPE.test(kept)) return kept;
  const wellFormed = kept.toWellFormed().replaceAll(LOOKS_ESCAPED, '_x005F_');
  return escapeXml(
    wellFormed.replaceAll(
      FORBIDDEN,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}

/** Undoes the `_x0001_` form. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
