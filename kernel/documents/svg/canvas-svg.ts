import type { Artwork } from '../pdf/artwork.ts';
import type { Canvas, CanvasItem, CanvasText } from '../pdf/blocks.ts';
import { setCanvasText } from '../pdf/canvas.ts';
import { ABOVE_BASELINE, setText } from '../pdf/text-box.ts';
import { MM } from '../pdf/units.ts';
import { toQrMatrix, toQrRuns } from '../qr/qr.ts';
import type { Line } from '../text/lines.ts';
import { glyphOutline } from '../text/outline.ts';

export interface SvgOptions {
  /** Millimetres. */
  readonly width: number;
  /** What a reader of the screen hears. */
  readonly title: string;
  /** Laid across the picture. */
  readonly watermark?: string;
}

const TONES = { ink: '#121212', soft: '#616161', seal: '#c80f0f' } as const;

/**
 * A canvas as an SVG picture of the same look as its paper. Text becomes outlines, so that it is the same on a machine
 * without the font. Same canvas, same bytes.
 */
export function canvasSvg(canvas: Canvas, options: SvgOptions): string {
  const shapes = new Map<string, string>();
  const body = canvas.items.map((item) => drawItem(item, shapes)).join('');
  const mark =
    options.watermark === undefined ? '' : drawMark(options.watermark, canvas, options, shapes);
  const defs = [...shapes].map(([id, d]) => `<path id="${id}" d="${d}"/>`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${options.width} ${canvas.height}" role="img">` +
    `<title>${escapeXml(options.title)}</title><defs>${defs}</defs>` +
    `<path fill="#fff" d="M0 0h${options.width}v${canvas.height}H0z"/>${body}${mark}</svg>`
  );
}

type Shapes = Map<string, string>;

function drawItem(item: CanvasItem, shapes: Shapes): string {
  switch (item.kind) {
    case 'text':
      return drawText(item, shapes);
    case 'picture':
      return drawArtwork(item.artwork, item.x, item.y, item.width);
    case 'qr': {
      const matrix = toQrMatrix(item.content);
      const d = toQrRuns(matrix)
        .map((run) => `M${run.column} ${run.row}h${run.length}v1h-${run.length}z`)
        .join('');
      const scale = item.size / matrix.size;
      return `<path shape-rendering="crispEdges" transform="translate(${item.x} ${item.y}) scale(${short(scale)})" d="${d}"/>`;
    }
  }
}

function drawText(item: CanvasText, shapes: Shapes): string {
  let y = item.y;
  return setCanvasText(item, 'chinese')
    .map((set) => {
      const baseline = y + ((set.height - set.size) / 2 + set.size * ABOVE_BASELINE) / MM;
      y += set.height / MM;
      return drawLine(set.line, item.x + set.offset / MM, baseline, set.size / MM, shapes);
    })
    .join('');
}

/** The glyphs of a line, each shape written once in the file; `em` is the type size in millimetres. */
function drawLine(line: Line, x: number, baseline: number, em: number, shapes: Shapes): string {
  return line.glyphs
    .map(({ glyph, x: at, tone }) => {
      const id = `g${glyph.weight.charAt(0)}${glyph.id}`;
      if (!shapes.has(id))
        shapes.set(id, glyphOutline(glyph.id, glyph.weight, { x: 0, y: 0, scale: 1 }));
      if (shapes.get(id) === '') return '';
      const left = short(x + ((at + glyph.shift) * em) / 1000);
      return `<use href="#${id}" fill="${TONES[tone]}" transform="translate(${left} ${short(baseline)}) scale(${short(em)})"/>`;
    })
    .join('');
}

function drawArtwork(artwork: Artwork, x: number, y: number, width: number): string {
  if (artwork.kind !== 'outlines') {
    const data = Buffer.from(artwork.bytes).toString('base64');
    return `<image x="${x}" y="${y}" width="${width}" href="data:image/${artwork.kind};base64,${data}"/>`;
  }
  const paths = artwork.paths
    .map(
      ({ d, fill, evenOdd }) =>
        `<path d="${d}" fill="${fill ?? '#c8102e'}"${evenOdd === true ? ' fill-rule="evenodd"' : ''}/>`,
    )
    .join('');
  const scale = short(width / artwork.width);
  return `<g style="mix-blend-mode:multiply" transform="translate(${short(x)} ${short(y)}) scale(${scale})">${paths}</g>`;
}

function drawMark(text: string, canvas: Canvas, options: SvgOptions, shapes: Shapes): string {
  const style = { size: 1, leading: 1, align: 'left' } as const;
  const [set] = setText(text, Number.MAX_SAFE_INTEGER, style, { script: 'chinese' });
  if (set === undefined) return '';
  const ems = Math.max(1, set.line.width / 1000);
  const em = Math.min(10.5, (options.width * 0.62) / ems);
  const [stepX, stepY] = [
    Math.max(options.width / 2, ems * em * 1.05),
    Math.max(52, ems * em * 0.62),
  ];
  const marks: string[] = [];
  for (let row = 0; row * stepY < canvas.height + stepY; row += 1) {
    for (let column = -1; column * stepX < options.width + stepX; column += 1) {
      const x = (column + (row % 2 === 0 ? 0.25 : 0.75)) * stepX;
      const y = (row + 0.35) * stepY;
      const line = drawLine(set.line, (-ems * em) / 2, 0, em, shapes);
      marks.push(`<g transform="translate(${short(x)} ${short(y)}) rotate(-30)">${line}</g>`);
    }
  }
  return `<g opacity="0.11">${marks.join('')}</g>`;
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
