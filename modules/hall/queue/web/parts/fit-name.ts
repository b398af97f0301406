const LARGEST = 2;
/** So high two lines end above the windows of a zone; a name that is no smaller in one line stands in one. */
const LARGEST_OF_TWO = 1.15;

/** Letters are about half as wide as they are high, characters and their quotation marks as wide. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, one) => sum + (isSquare(one.codePointAt(0) ?? 0) ? 1 : 0.55), 0);

const isSquare = (code: number) => code > 0x2e7f || code === 0x201c || code === 0x201d;

/** A name in the width of its zone: in one line, or in two that are parted near the middle. */
export function fitName(name: string, width: number): { lines: string[]; size: number } {
  const sizeOf = (lines: readonly string[]) =>
    Math.min(LARGEST, ...lines.map((line) => width / Math.max(8 * 0.55, widthOf(line))));
  const whole = sizeOf([name]);
  if (whole >= LARGEST_OF_TWO) return { lines: [name], size: whole };
  const words = name.split(' ');
  const parts = words.length > 1 ? words : Array.from(name);
  const glue = words.length > 1 ? ' ' : '';
  const splits = parts
    .slice(1)
    .map((_, index) => [parts.slice(0, index + 1).join(glue), parts.slice(index + 1).join(glue)]);
  const best = splits.toSorted((left, right) => sizeOf(right) - sizeOf(left))[0] ?? [name];
  return { lines: best, size: Math.min(LARGEST_OF_TWO, sizeOf(best)) };
}
