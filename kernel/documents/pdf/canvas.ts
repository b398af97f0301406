import { toQrMatrix, toQrRuns } from '../qr/qr.ts';
import type { Script } from '../text/glyphs.ts';
import type { Canvas, CanvasItem, CanvasText } from './blocks.ts';
import type { Box, Setting } from './box.ts';
import type { Content } from './content.ts';
import { drawArtwork } from './marks.ts';
import { drawLines, heightOf, setText, type SetLine } from './text-box.ts';
import { MM } from './units.ts';

const LEADING = 1.5;

/** A canvas as one box. */
export function layoutCanvas(canvas: Canvas, setting: Setting): Box {
  return {
    height: canvas.height * MM,
    draw: (content, x, top) => {
      for (const item of canvas.items) drawItem(content, item, x, top, setting);
    },
  };
}

/** The lines of a text of a canvas. */
export function setCanvasText(item: CanvasText, script: Script): SetLine[] {
  return setText(
    item.text,
    item.width * MM,
    {
      size: item.size,
      leading: item.leading ?? LEADING,
      align: item.align ?? 'left',
      ...(item.bold === undefined ? {} : { bold: item.bold }),
      ...(item.soft === true ? { tone: 'soft' as const } : {}),
    },
    { script },
  );
}

/** How high a text of a canvas will be, in millimetres. */
export function canvasTextHeight(item: Omit<CanvasText, 'kind' | 'x' | 'y'>): number {
  const lines = setCanvasText({ ...item, kind: 'text', x: 0, y: 0 }, 'chinese');
  return heightOf(lines) / MM;
}

function drawItem(
  content: Content,
  item: CanvasItem,
  x: number,
  top: number,
  setting: Setting,
): void {
  const left = x + item.x * MM;
  const upper = top + item.y * MM;
  switch (item.kind) {
    case 'text':
      drawLines(content, setCanvasText(item, setting.script), left, upper);
      return;
    case 'picture':
      drawArtwork(content, item.artwork, { x: left, top: upper, width: item.width * MM }, setting);
      return;
    case 'qr': {
      const matrix = toQrMatrix(item.content);
      const module = (item.size * MM) / matrix.size;
      const squares = toQrRuns(matrix).map(
        (run) =>
          [
            left + run.column * module,
            upper + run.row * module,
            run.length * module,
            module,
          ] as const,
      );
      content.fill(squares, [0, 0, 0]);
    }
  }
}
