import type { MadeBook, Part } from './made.ts';

/** A place where two books of the same template print something else. */
export interface BookDifference {
  readonly paragraph: string;
  /** Line inside the paragraph, from 0. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** Budget lines behind the figures that differ. */
  readonly lineKeys: readonly string[];
}

/** Where two books differ, line by line of each paragraph, and which budget lines are behind it. */
export function compareBooks(before: MadeBook, after: MadeBook): BookDifference[] {
  const old = new Map(before.paragraphs.map((paragraph) => [paragraph.key, paragraph]));
  const differences: BookDifference[] = [];
  for (const { key, lines } of after.paragraphs) {
    const other = old.get(key)?.lines ?? [];
    for (let line = 0; line < Math.max(lines.length, other.length); line += 1)
      compareLine(key, line, other[line] ?? [], lines[line] ?? [], differences);
    old.delete(key);
  }
  for (const [key, { lines }] of old)
    for (const [line, parts] of lines.entries()) compareLine(key, line, parts, [], differences);
  return differences;
}

function compareLine(
  paragraph: string,
  line: number,
  before: readonly Part[],
  after: readonly Part[],
  differences: BookDifference[],
): void {
  const text = (parts: readonly Part[]) => parts.map((part) => part.text).join('');
  if (text(before) === text(after)) return;
  const figures = (parts: readonly Part[]) => parts.filter(({ figure }) => figure !== undefined);
  const old = figures(before).map((part) => part.text);
  const lineKeys = figures(after)
    .filter((part, index) => part.text !== old[index])
    .flatMap(({ figure }) => figure?.lineKeys ?? []);
  differences.push({
    paragraph,
    line,
    before: text(before),
    after: text(after),
    lineKeys: [...new Set(lineKeys)],
  });
}
