/** A Chinese character is as wide as it is high, a Latin letter about half. */
const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e_ff ? size : size * 0.54),
    0,
  );

const LARGE = 1.25;
const SMALL = 1.1;

export interface WrappedName {
  readonly lines: readonly string[];
  readonly size: number;
}

/** The name of a zone on the plan: whole on one line where it fits, else smaller on two, three where nothing stands below. */
export function wrapName(name: string, width: number, mostLines = 2): WrappedName {
  if (widthOf(name, LARGE) <= width) return { lines: [name], size: LARGE };
  // Latin breaks between words, Chinese between characters.
  const parts = /[\u4e00-\u9fff]/u.test(name) ? Array.from(name) : name.split(/(?<= )/u);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const isFull = last === undefined || widthOf((last + part).trimEnd(), SMALL) > width;
    if (!isFull) lines[lines.length - 1] = last + part;
    else if (lines.length < mostLines) lines.push(part);
    else {
      lines[lines.length - 1] = `${last?.trimEnd() ?? ''}…`;
      break;
    }
  }
  return { lines: lines.map((line) => line.trimEnd()), size: SMALL };
}
