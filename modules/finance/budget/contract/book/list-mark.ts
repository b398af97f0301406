const MARK = /^( *)- /;

/** How deep a line stands in a list of the published text: 0 for none, 1 for `- `, 2 for one that is set in. */
export function listDepth(line: string): number {
  const indent = MARK.exec(line)?.[1];
  if (indent === undefined) return 0;
  return indent === '' ? 1 : 2;
}

/** The line as a page shows it: the mark stands for a list, and is not printed. */
export function withoutMark(line: string): string {
  return line.replace(MARK, '');
}
