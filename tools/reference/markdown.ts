/** A page of the reference: its title, what it is, and its parts. */
export function toPage(title: string, about: string, parts: readonly string[]): string {
  const note =
    'Written by `tools/reference.ts` from the code; `npm run check` fails when it is not current.';
  return `${[`# ${title}`, `${about} ${note}`, ...parts].join('\n\n')}\n`;
}

export function toSection(title: string, ...parts: readonly string[]): string {
  return [`## ${title}`, ...parts].join('\n\n');
}

export function toTable(heads: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(toCell).join(' | ')} |`).join('\n');
}

/** `code`, safe inside a table. */
export function toCode(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

function toCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

export function byName<T extends { readonly name: string }>(items: Iterable<T>): T[] {
  return [...items].toSorted((a, b) => compareText(a.name, b.name));
}

/** The order of code points, which is the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
