import type { Canvas, CanvasItem, CanvasText } from '#kernel/documents/pdf/blocks.ts';
import { canvasTextHeight } from '#kernel/documents/pdf/canvas.ts';
import { roundSeal } from '#kernel/documents/pdf/round-seal.ts';

import { licenceFrame } from './frame.ts';
import type { LicenceOnPaper } from './licence-data.ts';

export interface Sheet {
  readonly width: number;
  readonly canvas: Canvas;
}

/** Places that differ between the sheet across and the sheet upright, in millimetres. */
const LAYOUTS = {
  landscape: {
    width: 297,
    height: 210,
    side: 27,
    title: 27,
    fields: 67,
    foot: 150,
    columns: 2,
    air: 0.75,
  },
  portrait: {
    width: 210,
    height: 297,
    side: 25,
    title: 34,
    fields: 78,
    foot: 222,
    columns: 1,
    air: 1.15,
  },
} as const;

const QR = 24;
const GAP = 9;
const LARGEST = 12.5;
const SMALLEST = 6.5;

/** The sheet of a licence: frame, title, number and code, fields, and at the foot authority, day and seal. */
export function designSheet(data: LicenceOnPaper): Sheet {
  const layout = LAYOUTS[data.layout];
  const { width, height, side, fields, foot } = layout;
  const room = { x: side, y: fields, width: width - 2 * side, height: foot - fields };
  return {
    width,
    canvas: {
      kind: 'canvas',
      height,
      items: [
        { kind: 'picture', x: 0, y: 0, width, artwork: licenceFrame(width, height) },
        ...head(data, layout),
        ...body(data, room, layout),
        ...footer(data, layout),
      ],
    },
  };
}

type Place = (typeof LAYOUTS)[keyof typeof LAYOUTS];

const FORMS = { original: '（正　本）', duplicate: '（副　本）', none: '' } as const;

function head(
  data: LicenceOnPaper,
  { width, side, title, height, fields, foot }: Place,
): CanvasItem[] {
  const isWide = width > height;
  const count = Array.from(data.title).length;
  const size = Math.min(isWide ? 40 : 34, (isWide ? 420 : 330) / Math.max(count, 6));
  const form = FORMS[data.form ?? 'none'];
  const spaced = count <= 6 ? Array.from(data.title).join(' ') : data.title;
  const centre = { x: side + 20, width: width - 2 * side - 40, align: 'center' } as const;
  const top = title + size * 0.53;
  return [
    text({ ...centre, y: title, text: spaced, size, bold: true, leading: 1.25 }),
    text({ ...centre, y: top, text: data.titleEn, size: 9.5, soft: true }),
    ...(form === '' ? [] : [text({ ...centre, y: top + 5.5, text: form, size: 13 })]),
    text({ x: side, y: fields - 10, width: 150, text: `证照编号　${data.number}`, size: 10.5 }),
    // Upright there is no room beside the title, so the code stands at the left of the seal.
    ...(isWide ? code(data, width - side - QR, 24) : code(data, side + 4, foot - 2)),
  ];
}

function code(data: LicenceOnPaper, x: number, y: number): CanvasItem[] {
  const under = { x: x - 8, y: y + QR + 1.2, width: QR + 16, align: 'center' } as const;
  return [
    { kind: 'qr', x, y, size: QR, content: data.verifyUrl },
    text({ ...under, text: '扫码核验证照状态', size: 7.5, soft: true }),
  ];
}

interface Field {
  readonly label: string;
  readonly value: string;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The fields in the largest type in which all of them have room. */
function body(data: LicenceOnPaper, room: Room, layout: Place): CanvasItem[] {
  const fields: Field[] = [
    { label: '持证主体', value: data.holder },
    ...(data.holderIdentifier === '' ? [] : [{ label: '主体代码', value: data.holderIdentifier }]),
    ...data.fields,
    ...data.members.map((member, index) => ({
      label: `许可${index + 1}`,
      value: `${member.name}　${member.number}　${member.until}${member.state}`,
    })),
    { label: '有效期限', value: data.validity },
  ];
  for (let size = LARGEST; ; size -= 0.5) {
    const { items, height } = setFields(fields, room, layout, size);
    if (height <= room.height || size <= SMALLEST) return items;
  }
}

function setFields(
  fields: readonly Field[],
  room: Room,
  { columns, air }: Place,
  size: number,
): { items: CanvasItem[]; height: number } {
  const column = (room.width - GAP * (columns - 1)) / columns;
  const labels = Math.max(...fields.map(({ label }) => Array.from(label).length), 4);
  const labelWidth = Math.min(labels, 8) * size * 0.353 + 4;
  const between = size * 0.353 * air;
  const items: CanvasItem[] = [];
  let y = 0;
  let at = 0;
  let rowHeight = 0;
  for (const { label, value } of fields) {
    // What would fill many short lines takes the whole width instead.
    const lines =
      canvasTextHeight({ text: value, width: column - labelWidth, size }) / (size * 0.53);
    const isWide = columns > 1 && lines > 1.6;
    if (isWide && at > 0) [y, at, rowHeight] = [y + rowHeight + between, 0, 0];
    const width = isWide ? room.width : column;
    const x = room.x + at * (column + GAP);
    const height = Math.max(
      canvasTextHeight({ text: value, width: width - labelWidth, size }),
      canvasTextHeight({ text: label, width: labelWidth - 3, size }),
    );
    items.push(
      text({ x, y: room.y + y, width: labelWidth - 3, text: label, size, bold: true }),
      text({ x: x + labelWidth, y: room.y + y, width: width - labelWidth, text: value, size }),
    );
    rowHeight = Math.max(rowHeight, height);
    at += isWide ? columns : 1;
    if (at >= columns) [y, at, rowHeight] = [y + rowHeight + between, 0, 0];
  }
  return { items, height: at > 0 ? y + rowHeight : y - between };
}

const SEAL = 40;

function footer(data: LicenceOnPaper, { width, height, side, foot }: Place): CanvasItem[] {
  const column = 110;
  const x = width - side - column;
  const left = { x: side, width: width - 2 * side, size: 7.5, soft: true } as const;
  return [
    text({ x, y: foot + 7, width: column, text: data.authority, size: 14, align: 'center' }),
    text({ x, y: foot + 17, width: column, text: data.issuedOn, size: 13, align: 'center' }),
    {
      kind: 'picture',
      x: x + (column - SEAL) / 2,
      y: foot - 6,
      width: SEAL,
      artwork: roundSeal({ name: data.authority }),
    },
    text({ ...left, y: height - 25.5, text: `证照标识　${data.identifier}` }),
    text({
      ...left,
      y: height - 21,
      text: '本证照经国密 SM2 数字签名，与纸质证照具有同等法律效力；当前状态以扫码核验结果为准。',
    }),
  ];
}

function text(item: Omit<CanvasText, 'kind'>): CanvasText {
  return { kind: 'text', ...item };
}
