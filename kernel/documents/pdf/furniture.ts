import { fillWords } from '#kernel/problems/contract.ts';

import type { Setting } from './box.ts';
import { COLOURS, type Content } from './content.ts';
import type { Frame } from './flow.ts';
import { PAPER_WORDS, type Margin, type PdfPaper } from './paper.ts';
import { drawLine, setText, type TextStyle } from './text-box.ts';
import { MM } from './units.ts';

const SIZE = 9;
/** Distance of header and footer from the text. */
const DISTANCE = 6 * MM;

/** Draws what stands on every page: header, footer with the page number, watermark. */
export function drawFurniture(
  content: Content,
  paper: PdfPaper,
  place: { readonly frame: Frame; readonly page: number; readonly of: number },
  setting: Setting,
): void {
  const { frame } = place;
  if (paper.header !== undefined) {
    const top = frame.top - DISTANCE - SIZE * 0.6;
    drawMargin(content, paper.header, top, frame, setting);
    const y = top + SIZE * 1.6;
    content.rule(frame.x, y, frame.x + frame.width, y, { width: 0.4, colour: COLOURS.hairline });
  }
  const footer = withPageNumber(paper, place, setting);
  drawMargin(content, footer, frame.top + frame.height + DISTANCE, frame, setting);
  if (paper.watermark !== undefined) drawWatermark(content, paper.watermark, frame, setting);
}

function withPageNumber(
  paper: PdfPaper,
  place: { readonly page: number; readonly of: number },
  setting: Setting,
): Margin {
  const footer = paper.footer ?? {};
  if (paper.pageNumbers === false) return footer;
  const number = fillWords(PAPER_WORDS.pageOf, setting.locale, { page: place.page, of: place.of });
  if (footer.center === undefined) return { ...footer, center: number };
  return { ...footer, right: footer.right === undefined ? number : `${footer.right}　${number}` };
}

function drawMargin(
  content: Content,
  margin: Margin,
  top: number,
  frame: Frame,
  setting: Setting,
): void {
  for (const align of ['left', 'center', 'right'] as const) {
    const text = margin[align];
    if (text === undefined) continue;
    const style: TextStyle = { size: SIZE, leading: 1.2, align, tone: 'soft' };
    const [line] = setText(text, frame.width, style, setting);
    if (line !== undefined) drawLine(content, line, frame.x, top);
  }
}

/** The mark is repeated over the page, so that no part can be cut out without it. */
function drawWatermark(content: Content, text: string, frame: Frame, setting: Setting): void {
  const { width, height } = frame.page;
  const [probe] = setText(
    text,
    Number.MAX_SAFE_INTEGER,
    { size: 1, leading: 1, align: 'left' },
    setting,
  );
  if (probe === undefined) return;
  const ems = Math.max(1, probe.line.width / 1000);
  const size = Math.min(30, (width * 0.62) / ems);
  const stepX = Math.max(width / 2, ems * size * 1.05);
  const stepY = Math.max(150, ems * size * 0.62);
  for (let row = 0; row * stepY < height + stepY; row += 1) {
    const shift = row % 2 === 0 ? 0.25 : 0.75;
    for (let column = -1; (column + shift) * stepX < width + stepX / 2; column += 1) {
      const x = (column + shift) * stepX;
      content.watermark(probe.line, x, (row + 0.35) * stepY, size, 30);
    }
  }
}
