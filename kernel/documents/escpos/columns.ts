/** Whether a receipt printer gives the character one column or two: what is not ASCII is a square of two. */
export const columnsOfCharacter = (character: string): 1 | 2 =>
  (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;

/** Columns that a text takes at normal size. */
export function measure(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

/** Marks that may not begin a line (GB/T 15834-2011, 5.1). */
const NOT_FIRST = new Set('，。、；：？！）》」』】〉”’…,.;:?!)%');

/** Breaks a text into lines of at most so many columns; Latin words stay whole where they fit. */
export function wrap(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, columns));
}

function wrapLine(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[!-~]+|[^!-~]/gu) ?? []) {
    for (const part of cutToFit(piece, columns)) {
      const mayHang = NOT_FIRST.has(part) && line !== '';
      if (measure(line) + measure(part) <= columns || mayHang)
        line = joinOn(line, part, columns, lines);
      else {
        lines.push(line.trimEnd());
        line = part.trimStart();
      }
    }
  }
  return [...lines, line.trimEnd()];
}

/** Adds a part; a closing mark that no longer fits takes the last character down with it. */
function joinOn(line: string, part: string, columns: number, lines: string[]): string {
  if (measure(line) + measure(part) <= columns) return line + part;
  const characters = Array.from(line);
  const last = characters.pop() ?? '';
  lines.push(characters.join('').trimEnd());
  return last + part;
}

/** A word longer than the line is cut. */
function cutToFit(piece: string, columns: number): readonly string[] {
  if (measure(piece) <= columns) return [piece];
  const parts: string[] = [];
  for (let at = 0; at < piece.length; at += columns) parts.push(piece.slice(at, at + columns));
  return parts;
}
