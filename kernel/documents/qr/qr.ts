import { create, toBuffer } from 'qrcode';

/**
 * How much of the code may be covered or dirty and it still reads: M 15 %, Q 25 %, H 30 % (ISO/IEC 18004). Papers
 * that are folded and stamped use Q.
 */
export type QrStrength = 'M' | 'Q' | 'H';

/** Black squares of a QR code without the quiet zone around it. */
export interface QrMatrix {
  readonly size: number;
  isDark(row: number, column: number): boolean;
}

/** Modules of white that a reader needs around the code (ISO/IEC 18004, 4 on each side). */
export const QUIET_ZONE = 4;

/** Encodes text. Throws RangeError when it is empty or too long for any QR code (2,331 bytes at M, 1,663 at Q). */
export function toQrMatrix(text: string, strength: QrStrength = 'Q'): QrMatrix {
  if (text === '') throw new RangeError('A QR code needs something to say');
  const { modules } = createCode(text, strength);
  return {
    size: modules.size,
    isDark: (row, column) => modules.data[row * modules.size + column] === 1,
  };
}

/** The code as an SVG picture of `size` by `size` units, one path, quiet zone included. Same text, same bytes. */
export function qrSvg(
  text: string,
  options: { readonly size?: number; readonly strength?: QrStrength; readonly title?: string } = {},
): string {
  const matrix = toQrMatrix(text, options.strength);
  const side = matrix.size + 2 * QUIET_ZONE;
  const size = options.size ?? 240;
  const path = toQrRuns(matrix)
    .map(
      (run) =>
        `M${run.column + QUIET_ZONE} ${run.row + QUIET_ZONE}h${run.length}v1h-${run.length}z`,
    )
    .join('');
  const title = options.title === undefined ? '' : `<title>${escapeXml(options.title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}" ` +
    `shape-rendering="crispEdges" role="img">${title}` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  );
}

/** The code as a PNG picture; `scale` pixels to a module. */
export async function qrPng(
  text: string,
  options: { readonly scale?: number; readonly strength?: QrStrength } = {},
): Promise<Uint8Array> {
  toQrMatrix(text, options.strength);
  const bytes = await toBuffer(text, {
    type: 'png',
    errorCorrectionLevel: options.strength ?? 'Q',
    margin: QUIET_ZONE,
    scale: options.scale ?? 8,
  });
  return new Uint8Array(bytes);
}

/** Dark modules as horizontal runs: fewer shapes, and no white hairlines between neighbours. */
export function toQrRuns(
  matrix: QrMatrix,
): Array<{ readonly row: number; readonly column: number; readonly length: number }> {
  const runs: Array<{ row: number; column: number; length: number }> = [];
  for (let row = 0; row < matrix.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= matrix.size; column += 1) {
      const isDark = column < matrix.size && matrix.isDark(row, column);
      if (isDark && start < 0) start = column;
      if (isDark || start < 0) continue;
      runs.push({ row, column: start, length: column - start });
      start = -1;
    }
  }
  return runs;
}

function createCode(text: string, strength: QrStrength): ReturnType<typeof create> {
  try {
    return create(text, { errorCorrectionLevel: strength });
  } catch (error) {
    throw new RangeError('The text is too long for a QR code', { cause: error });
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
