import { useWords } from '#web/kit/words.ts';

import type { PublishedParagraph, PublishedPart } from '../../contract.ts';
import { messages } from '../messages.ts';
import type { AskedFigure } from './SourcePanel.tsx';

interface BookTextProps {
  readonly paragraphs: readonly PublishedParagraph[];
  readonly onAsk: (figure: AskedFigure) => void;
}

type OnAsk = BookTextProps['onAsk'];

/** The published book: its own words and tables, each figure a button that opens its source. */
export function BookText({ paragraphs, onAsk }: BookTextProps) {
  return (
    <div className="ow-budget-book" lang="zh-CN">
      {paragraphs.slice(1).map((paragraph) => (
        <Paragraph key={paragraph.key} paragraph={paragraph} onAsk={onAsk} />
      ))}
    </div>
  );
}

interface ParagraphProps {
  readonly paragraph: PublishedParagraph;
  readonly onAsk: OnAsk;
}

const plain = (parts: readonly PublishedPart[]): string => parts.map(({ text }) => text).join('');

function Paragraph({ paragraph, onAsk }: ParagraphProps) {
  const { kind, key, lines } = paragraph;
  const [first = []] = lines;
  if (kind === 'table') return <BookTable paragraph={paragraph} onAsk={onAsk} />;
  if (kind === 'title') return <h3 id={key}>{plain(first)}</h3>;
  if (kind === 'text') return <h3 className="ow-budget-part">{plain(first)}</h3>;
  return (
    <>
      {lines.map((parts, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- published lines never move
        <p key={index} className={`ow-budget-${kind}`}>
          <Parts parts={parts} onAsk={onAsk} />
        </p>
      ))}
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
  const head = rows.slice(0, paragraph.headRows ?? 0);
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
                <HeadCell key={column} text={cell.text} />
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

function HeadCell({ text }: { readonly text: string }) {
  return text === '' ? <td>{text}</td> : <th scope="col">{text}</th>;
}
