/** How wide a letter is on the plan, in its own measure: a Chinese one is square, a Latin one half of it. */
const SQUARE = 1.45;
const LATIN = 0.72;

function widthOf(text: string): number {
  const squares = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return squares * SQUARE + (text.length - squares) * LATIN;
}

/** The name of a zone in lines that are no wider than its room; broken between words, and in Chinese anywhere. */
export function breakName(name: string, room: number): string[] {
  const parts = name.match(/\p{Script=Han}|(?:(?!\p{Script=Han})\S)+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + part).trimEnd()) <= room)
      lines.splice(-1, 1, last + part);
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}
