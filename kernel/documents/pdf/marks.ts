import { fillWords } from '#kernel/problems/contract.ts';

import { toQrMatrix, toQrRuns } from '../qr/qr.ts';
import type { Artwork } from './artwork.ts';
import { toPathOperators } from './artwork.ts';
import type { Picture, QrMark, Rule, Signature, Signers } from './blocks.ts';
import type { Box, Setting } from './box.ts';
import type { Content } from './content.ts';
import { PAPER_WORDS } from './paper.ts';
import {
  drawLine,
  drawLines,
  heightOf,
  setText,
  type SetLine,
  type TextStyle,
} from './text-box.ts';
import { MM } from './units.ts';

const CAPTION_SIZE = 8.5;
const DEFAULT_SEAL = 42;

export function layoutQr(mark: QrMark, width: number, setting: Setting): Box {
  const size = Math.min((mark.size ?? 24) * MM, width);
  const matrix = toQrMatrix(mark.content);
  const runs = toQrRuns(matrix);
  const module = size / matrix.size;
  const offset = alignWithin(mark.align ?? 'left', size, width);
  const draw = (content: Content, x: number, top: number): void => {
    const squares = runs.map(
      (run) =>
        [
          x + offset + run.column * module,
          top + run.row * module,
          run.length * module,
          module,
        ] as const,
    );
    content.fill(squares, [0, 0, 0]);
  };
  const place = { size, offset, width, align: mark.align ?? 'left' };
  return withCaption({ height: size, draw }, place, mark.caption, setting);
}

export function layoutPicture(picture: Picture, width: number, setting: Setting): Box {
  const frame = sizeOf(picture.artwork, setting);
  const scale = Math.min(
    (picture.width * MM) / frame.width,
    width / frame.width,
    (setting.pageRoom * 0.9) / frame.height,
  );
  const size = frame.width * scale;
  const offset = alignWithin(picture.align ?? 'left', size, width);
  const draw = (content: Content, x: number, top: number): void =>
    drawArtwork(content, picture.artwork, { x: x + offset, top, width: size }, setting);
  const box = { height: frame.height * scale, draw };
  const place = { size, offset, width, align: picture.align ?? 'left' };
  return withCaption(box, place, picture.caption, setting);
}

/** The issuing office, the date and the seal over both. */
export function layoutSignature(signature: Signature, width: number, setting: Setting): Box {
  const { size } = setting;
  const seal = (signature.sealSize ?? DEFAULT_SEAL) * MM;
  const style: TextStyle = { size, leading: 1.75, align: 'center' };
  const column = width * 0.62;
  const office = setText(signature.organisation, column, style, setting);
  const date = setText(signature.date, column, style, setting);
  const textHeight = heightOf(office) + heightOf(date);
  const widest = Math.max(...[...office, ...date].map((line) => inkOf(line)));
  // Four squares stay free at the right of the date, fewer when the name needs the room.
  const axis = Math.min(
    width - 4 * size - inkOf(date[0]) / 2,
    width - widest / 2,
    width - seal / 2,
  );
  const height = Math.max(seal, textHeight);
  const textTop = (height - textHeight) / 2 + seal * 0.06;
  return {
    height: Math.max(height, textTop + textHeight),
    before: size * 0.8,
    draw: (content, x, top) => {
      const left = x + axis - column / 2;
      drawLines(content, [...office, ...date], left, top + textTop);
      if (signature.seal === undefined) {
        const place = setText(
          PAPER_WORDS.sealPlace[setting.locale],
          column,
          { ...style, size: CAPTION_SIZE, tone: 'soft' },
          setting,
        );
        drawLines(content, place, left, top + textTop - size * 1.6);
        return;
      }
      const frame = { x: x + axis - seal / 2, top, width: seal };
      drawArtwork(content, signature.seal, frame, setting);
    },
  };
}

/** Lines to sign on, side by side. */
export function layoutSigners(signers: Signers, width: number, setting: Setting): Box {
  const { size } = setting;
  const gap = 8 * MM;
  const column = (width - gap * (signers.items.length - 1)) / signers.items.length;
  const lineHeight = size * 1.75;
  const rise = 7 * MM;
  const dates = signers.items.map((item) => layoutDateLine(item.date, column, setting));
  return {
    height: rise + lineHeight * 2 + 1 * MM,
    before: size * 0.8,
    draw: (content, x, top) => {
      for (const [index, item] of signers.items.entries()) {
        const left = x + index * (column + gap);
        const style: TextStyle = { size, leading: 1.75, align: 'left' };
        const [label] = setText(item.label, column, style, setting);
        if (label !== undefined) drawLine(content, label, left, top + rise);
        const start = left + inkOf(label) + 1.5 * MM;
        const y = top + rise + lineHeight * 0.86;
        content.rule(start, y, left + column, y, { width: 0.5 });
        if (item.image !== undefined) {
          drawSignatureImage(content, item.image, { start, end: left + column, y }, setting);
        }
        drawLines(content, dates[index] ?? [], left, top + rise + lineHeight + 1 * MM);
      }
    },
  };
}

export function layoutRule(rule: Rule, width: number, setting: Setting): Box {
  const label = rule.label ?? '';
  const style: TextStyle = { size: CAPTION_SIZE, leading: 1.2, align: 'center', tone: 'soft' };
  const [line] = label === '' ? [] : setText(label, width, style, setting);
  const height = 5 * MM;
  return {
    height,
    before: 2 * MM,
    draw: (content, x, top) => {
      const y = top + height / 2;
      const stroke = { width: 0.5, ...(rule.dashed === true ? { dash: 3 } : {}) };
      if (line === undefined) {
        content.rule(x, y, x + width, y, stroke);
        return;
      }
      const side = (width - inkOf(line)) / 2 - 2 * MM;
      content.rule(x, y, x + side, y, stroke);
      content.rule(x + width - side, y, x + width, y, stroke);
      drawLine(content, line, x, y - line.height / 2);
    },
  };
}

function layoutDateLine(date: string | undefined, width: number, setting: Setting): SetLine[] {
  const text = date ?? PAPER_WORDS.dateLine[setting.locale];
  const padded =
    date === undefined && setting.locale === 'en' ? `${text}${'\u00a0'.repeat(24)}` : text;
  const style: TextStyle = { size: setting.size, leading: 1.75, align: 'right' };
  return setText(fillWords({ 'zh-CN': padded, en: padded }, setting.locale), width, style, setting);
}

function drawSignatureImage(
  content: Content,
  artwork: Artwork,
  line: { readonly start: number; readonly end: number; readonly y: number },
  setting: Setting,
): void {
  const frame = sizeOf(artwork, setting);
  const scale = Math.min((line.end - line.start) / frame.width, (13 * MM) / frame.height);
  const width = frame.width * scale;
  const x = line.start + (line.end - line.start - width) / 2;
  drawArtwork(content, artwork, { x, top: line.y - frame.height * scale * 0.85, width }, setting);
}

/** Draws a picture or outlines so wide, in points, with its upper left corner at `x` and `top`. */
export function drawArtwork(
  content: Content,
  artwork: Artwork,
  frame: { readonly x: number; readonly top: number; readonly width: number },
  setting: Setting,
): void {
  const size = sizeOf(artwork, setting);
  const scale = frame.width / size.width;
  if (artwork.kind === 'outlines') {
    content.paths(toPathOperators(artwork, scale), frame.x, frame.top);
    return;
  }
  const { name } = setting.file.getPicture(artwork.bytes);
  content.picture(name, frame.x, frame.top, frame.width, size.height * scale);
}

function sizeOf(artwork: Artwork, setting: Setting): { width: number; height: number } {
  if (artwork.kind === 'outlines') return { width: artwork.width, height: artwork.height };
  return setting.file.getPicture(artwork.bytes);
}

interface Place {
  readonly size: number;
  readonly offset: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** Sets a note under a picture, at the same side of the column as the picture. */
function withCaption(
  box: { readonly height: number; readonly draw: Box['draw'] },
  place: Place,
  caption: string | undefined,
  setting: Setting,
): Box {
  const before = setting.size * 0.5;
  if (caption === undefined) return { ...box, before };
  const { align } = place;
  const room = Math.min(place.width, Math.max(place.size * 1.7, 30 * MM));
  const lines = setText(
    caption,
    room,
    { size: CAPTION_SIZE, leading: 1.35, align, tone: 'soft' },
    setting,
  );
  const left = alignWithin(align, room, place.width);
  return {
    height: box.height + 1.5 * MM + heightOf(lines),
    before,
    draw: (content, x, top) => {
      box.draw(content, x, top);
      drawLines(content, lines, x + left, top + box.height + 1.5 * MM);
    },
  };
}

function alignWithin(align: 'left' | 'center' | 'right', size: number, width: number): number {
  if (align === 'right') return width - size;
  return align === 'center' ? (width - size) / 2 : 0;
}

function inkOf(line: SetLine | undefined): number {
  return line === undefined ? 0 : (line.line.width / 1000) * line.size;
}
