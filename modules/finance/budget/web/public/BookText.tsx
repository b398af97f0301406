import { useWords } from '#web/kit/words.ts';

import {
  joinHead,
  listDepth,
  type PublishedParagraph,
  type PublishedPart,
  TARGET_CELLS,
  withoutMark,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { BookContents } from './BookContents.tsx';
import { plain, toPieces } from './pieces.ts';
import type { AskedFigure } from './SourcePanel.tsx';

interface BookTextProps {
  readonly paragraphs: readonly PublishedParagraph[];
  readonly onAsk: (figure: AskedFigure) => void;
}

type OnAsk = BookTextProps['onAsk'];

/** The published book: its own words and tables, each figure a button that opens its source. */
export function BookText({ paragraphs, onAsk }: BookTextProps) {
  const shown = paragraphs.slice(1);
  return (
    <>
      <BookContents paragraphs={shown} />
      <div className="ow-budget-book" lang="zh-CN">
        {toPieces(shown).map((piece) =>
          'project' in piece ? (
            <details key={piece.project} id={piece.project} className="ow-budget-project">
              <summary>{piece.title}</summary>
              {piece.paragraphs.map((paragraph) => (
                <Asking key={paragraph.key} paragraph={paragraph} onAsk={onAsk} />
              ))}
            </details>
          ) : (
            <Asking key={piece.key} paragraph={piece} onAsk={onAsk} />
          ),
        )}
      </div>
    </>
  );
}

function Asking({ paragraph, onAsk }: ParagraphProps) {
  return (
    <Paragraph
      paragraph={paragraph}
      onAsk={(figure) => onAsk({ ...figure, paragraph: paragraph.key })}
    />
  );
}

interface ParagraphProps {
  readonly paragraph: PublishedParagraph;
  readonly onAsk: OnAsk;
}

function Paragraph({ paragraph, onAsk }: ParagraphProps) {
  const { kind, key, lines } = paragraph;
  const [first = []] = lines;
  if (kind === 'table') return <BookTable paragraph={paragraph} onAsk={onAsk} />;
  if (kind === 'prose' && key.startsWith('targets.')) return <TargetTable lines={lines} />;
  if (kind === 'title') return <h3 id={key}>{plain(first)}</h3>;
  if (kind === 'text') return <h3 className="ow-budget-part">{plain(first)}</h3>;
  return (
    <>
      {lines.map((parts, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- published lines never move
        <p key={index} className={classOf(kind, parts)}>
          <Parts parts={withoutListMark(parts)} onAsk={onAsk} />
        </p>
      ))}
    </>
  );
}

function classOf(kind: string, parts: readonly PublishedPart[]): string {
  const depth = listDepth(plain(parts));
  return depth === 0 ? `ow-budget-${kind}` : `ow-budget-${kind} ow-budget-item-${depth}`;
}

function withoutListMark(parts: readonly PublishedPart[]): readonly PublishedPart[] {
  const [first, ...rest] = parts;
  return first === undefined ? parts : [{ ...first, text: withoutMark(first.text) }, ...rest];
}

/** The targets of one project: name and goal, then its indicators. */
function TargetTable({ lines }: Pick<PublishedParagraph, 'lines'>) {
  const [goal = '', head = '', ...rows] = lines.map(plain);
  return (
    <>
      <p>{goal}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="ow-budget-scroll" tabIndex={0} aria-label={goal}>
        <table>
          <thead>
            <tr>
              {head.split(TARGET_CELLS).map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {row.split(TARGET_CELLS).map((text, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- published cells never move
                  <td key={column}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Parts({
  parts,
  onAsk,
}: {
  readonly parts: readonly PublishedPart[];
  readonly onAsk: OnAsk;
}) {
  return parts.map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- published parts never move
    <FigureOrText key={index} part={part} onAsk={onAsk} />
  ));
}

function FigureOrText({ part, onAsk }: { readonly part: PublishedPart; readonly onAsk: OnAsk }) {
  const t = useWords(messages);
  const { text, figure } = part;
  if (figure === undefined) return text;
  return (
    <button
      type="button"
      className="ow-budget-figure"
      title={t('source')}
      onClick={() => onAsk({ text, expression: figure.expression, lineKeys: figure.lineKeys })}
    >
      {text}
    </button>
  );
}

/** Cells of a line: tabs stand between them. */
function toCells(parts: readonly PublishedPart[]): PublishedPart[] {
  const cells: PublishedPart[] = [{ text: '' }];
  for (const part of parts) {
    const pieces = part.text.split('\t');
    for (const [index, text] of pieces.entries()) {
      if (index > 0) cells.push({ text: '' });
      const last = cells.at(-1);
      if (last !== undefined && text !== '')
        cells[cells.length - 1] =
          part.figure === undefined ? { text: last.text + text } : { text, figure: part.figure };
    }
  }
  return cells;
}

function BookTable({ paragraph, onAsk }: ParagraphProps) {
  const rows = paragraph.lines.map(toCells);
  const head = joinHead(
    rows.slice(0, paragraph.headRows ?? 0).map((cells) => cells.map(({ text }) => text)),
  );
  const body = rows.slice(head.length);
  return (
    <section
      className="ow-budget-scroll"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-labelledby={`${paragraph.key}.title`}
    >
      <table>
        <thead>
          {head.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- published rows never move
            <tr key={row}>
              {cells.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- published cells never move
                <HeadCell key={column} cell={cell} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {body.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- published rows never move
            <tr key={row}>
              {cells.map((cell, column) => (
                <td
                  // oxlint-disable-next-line react/no-array-index-key -- published cells never move
                  key={column}
                  className={cell.figure === undefined ? undefined : 'ow-budget-amount'}
                >
                  <FigureOrText part={cell} onAsk={onAsk} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeadCell({ cell }: { readonly cell: ReturnType<typeof joinHead>[number][number] }) {
  const { text, span, rows } = cell;
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a blank of the printed head says nothing
  if (text === '') return <td />;
  return (
    <th scope={span > 1 ? 'colgroup' : 'col'} colSpan={span} rowSpan={rows}>
      {text}
    </th>
  );
}
