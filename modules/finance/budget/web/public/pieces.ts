import type { PublishedParagraph, PublishedPart } from '../../contract.ts';

export const plain = (parts: readonly PublishedPart[]): string =>
  parts.map(({ text }) => text).join('');

/** What is said of one project, folded under its title. */
export interface ProjectPiece {
  readonly project: string;
  readonly title: string;
  readonly paragraphs: PublishedParagraph[];
}

/** The book with what is said of each project as one piece. */
export function toPieces(
  paragraphs: readonly PublishedParagraph[],
): Array<PublishedParagraph | ProjectPiece> {
  const pieces: Array<PublishedParagraph | ProjectPiece> = [];
  for (const paragraph of paragraphs) {
    const project = /^project\.[^.]+/.exec(paragraph.key)?.[0];
    const last = pieces.at(-1);
    if (project === undefined) pieces.push(paragraph);
    else if (last !== undefined && 'project' in last && last.project === project)
      last.paragraphs.push(paragraph);
    else pieces.push({ project, title: plain(paragraph.lines[0] ?? []), paragraphs: [] });
  }
  return pieces;
}
