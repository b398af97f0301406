import { toQrMatrix, toQrRuns } from '../qr/qr.ts';
import { columnsOfCharacter } from './columns.ts';
import { type PrinterStep, readEscPos } from './read-escpos.ts';
import { dotsOf, type RollWidth } from './slip.ts';

const CELL = 12;
const LINE = 30;
const MARGIN = 24;

/** Printer bytes as the slip that they print, an SVG picture with one unit to a dot; text stays text. */
export function drawSlip(bytes: Uint8Array, roll: RollWidth): string {
  const dots = dotsOf(roll);
  const parts: string[] = [];
  let y = MARGIN;
  for (const step of readEscPos(bytes)) {
    const drawn = drawStep(step, y, dots);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  const height = y + MARGIN;
  const width = dots + 2 * MARGIN;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/>` +
    `<g transform="translate(${MARGIN} 0)" fill="#111" font-family="'Noto Sans CJK SC','Noto Sans SC',monospace">` +
    `${parts.join('')}</g></svg>`
  );
}

interface Drawn {
  readonly svg: string;
  readonly height: number;
}

function drawStep(step: PrinterStep, y: number, dots: number): Drawn {
  switch (step.kind) {
    case 'line':
      return drawLine(step, y, dots);
    case 'feed':
      return { svg: '', height: step.lines * LINE };
    case 'qr':
      return drawQr(step, y, dots);
    case 'cut':
      return {
        svg: `<path d="M-${MARGIN} ${y}h${dots + 2 * MARGIN}" stroke="#999" stroke-dasharray="6 6"/>`,
        height: 0,
      };
  }
}

/** Every character in its own cell, as the printer's fixed type has it. */
function drawLine(step: Extract<PrinterStep, { kind: 'line' }>, y: number, dots: number): Drawn {
  const cell = CELL * step.width;
  let columns = 0;
  const starts: number[] = [];
  for (const character of step.text) {
    starts.push(columns);
    columns += columnsOfCharacter(character);
  }
  const left = startOf(step.align, columns * cell, dots);
  const xs = starts.map((start) => left + start * cell).join(' ');
  const size = 24 * step.height;
  const weight = step.bold ? ' font-weight="700"' : '';
  const height = Math.max(LINE, size + 6);
  const text = `<text xml:space="preserve" x="${xs}" y="${y + size - 3 * step.height}" font-size="${size}"${weight}>${escapeXml(step.text)}</text>`;
  return { svg: step.text.trim() === '' ? '' : text, height };
}

function drawQr(step: Extract<PrinterStep, { kind: 'qr' }>, y: number, dots: number): Drawn {
  const matrix = toQrMatrix(step.text, 'M');
  const side = matrix.size * step.module;
  const left = startOf(step.align, side, dots);
  const path = toQrRuns(matrix)
    .map((run) => `M${run.column} ${run.row}h${run.length}v1h-${run.length}z`)
    .join('');
  return {
    svg: `<g transform="translate(${left} ${y + 8}) scale(${step.module})"><path d="${path}"/></g>`,
    height: side + 16,
  };
}

function startOf(align: 'left' | 'centre' | 'right', width: number, dots: number): number {
  if (align === 'left') return 0;
  return align === 'right' ? dots - width : Math.floor((dots - width) / 2);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
