import { type SealKind, sealKinds } from '../../contract.ts';
import { arcCells } from './arc.ts';
import { type Cell, drawCell, short, straightCells } from './cell.ts';

/** A seal as it is cut, in millimetres. */
export interface Drawing {
  readonly kind: SealKind;
  readonly width: number;
  readonly height: number;
  readonly paths: ReadonlyArray<{ readonly d: string; readonly evenOdd?: boolean }>;
  /** Where each character stands. */
  readonly cells: readonly Cell[];
  /** What no character may reach: the star, as a circle. */
  readonly star: { readonly x: number; readonly y: number; readonly radius: number } | undefined;
  /** The inner edge of the border: half its width and height. */
  readonly inside: { readonly a: number; readonly b: number };
}

/** What is cut into the seals of a firm. */
export interface SealTexts {
  readonly firmName: string;
  /** 纳税人识别号: the credit code. */
  readonly taxNumber: string;
  readonly legalName: string;
}

/** Between the border and what is written. */
const GAP = 0.8;

/** The drawing of one seal; undefined when its text cannot be cut legibly at this measure. */
export function drawSeal(kind: SealKind, texts: SealTexts): Drawing | undefined {
  switch (kind) {
    case 'name':
      return drawRound('name', texts.firmName, { border: 1.2, star: 7, room: 300 });
    case 'finance':
      return drawRound('finance', texts.firmName, {
        border: 1,
        star: 5,
        room: 262,
        foot: '财务专用章',
      });
    case 'invoice':
      return drawInvoice(texts);
    case 'legal-representative':
      return drawSquare(texts.legalName);
  }
}

interface Round {
  /** Millimetres. */
  readonly border: number;
  /** Radius of the star's points. */
  readonly star: number;
  /** Degrees that the name may take. */
  readonly room: number;
  readonly foot?: string;
}

/** 圆形，中央五角星，名称自左而右环行（国发〔1999〕25号）。 */
function drawRound(kind: SealKind, name: string, round: Round): Drawing | undefined {
  const { width } = sealKinds[kind];
  const radius = width / 2;
  const inner = radius - round.border;
  const nameCells = arcCells({
    text: name,
    edge: { x: radius, y: radius, a: inner - GAP, b: inner - GAP },
    room: (round.room * Math.PI) / 180,
    tallest: 6,
    lowest: 2.6,
    core: round.star + GAP + (round.foot === undefined ? 0 : 2),
  });
  if (nameCells === undefined) return undefined;
  const starY = round.foot === undefined ? radius : radius - 0.8;
  const foot =
    round.foot === undefined
      ? []
      : straightCells(round.foot, { x: radius, y: radius + 9.6, width: 2.75, height: 3.3 });
  return compose(kind, [...nameCells, ...foot], {
    border: ring(radius, radius, [radius, radius], round.border),
    star: { x: radius, y: starY, radius: round.star },
    inside: { a: inner, b: inner },
  });
}

/** 椭圆，中间税号，上方企业名称，下方“发票专用章”。 */
function drawInvoice({ firmName, taxNumber }: SealTexts): Drawing | undefined {
  const { width, height } = sealKinds.invoice;
  const [x, y] = [width / 2, height / 2];
  const border = 1;
  const [a, b] = [x - border, y - border];
  const name = arcCells({
    text: firmName,
    edge: { x, y, a: a - GAP, b: b - GAP },
    room: (252 * Math.PI) / 180,
    tallest: 4.2,
    lowest: 1.9,
    core: 6,
  });
  if (name === undefined) return undefined;
  const tax = straightCells(taxNumber, { x, y: y + 0.6, width: 26 / 18, height: 2.9 }).map(
    (cell) => ({
      ...cell,
      isPlain: true,
    }),
  );
  const foot = straightCells('发票专用章', { x, y: y + 7.7, width: 2.9, height: 3.3 });
  return compose('invoice', [...name, ...tax, ...foot], {
    border: ring(x, y, [x, y], border),
    star: undefined,
    inside: { a, b },
  });
}

/** 方形名章: from the right column downwards; 印 or 之印 fills a name of three or two characters up to four. */
function drawSquare(legalName: string): Drawing | undefined {
  const { width: side } = sealKinds['legal-representative'];
  const border = 0.9;
  const characters = Array.from(fillUp(legalName));
  const columns = Math.ceil(Math.sqrt(characters.length));
  const rows = Math.ceil(characters.length / columns);
  const room = side - 2 * border - 2 * 0.6;
  const [width, height] = [room / columns, room / rows];
  if (Math.min(width, height) < 2) return undefined;
  const isOldOrder = characters.length === 4;
  const cells = characters.map((character, at): Cell => {
    const [column, row] = isOldOrder
      ? [columns - 1 - Math.floor(at / rows), at % rows]
      : [at % columns, Math.floor(at / columns)];
    return {
      character,
      x: border + 0.6 + (column + 0.5) * width,
      y: border + 0.6 + (row + 0.5) * height,
      width,
      height,
      turn: 0,
    };
  });
  const outer = `M0 0H${side}V${side}H0Z`;
  const hole = `M${border} ${border}V${short(side - border)}H${short(side - border)}V${border}Z`;
  return compose('legal-representative', cells, {
    border: outer + hole,
    star: undefined,
    inside: { a: side / 2 - border, b: side / 2 - border },
  });
}

function fillUp(name: string): string {
  const { length } = Array.from(name);
  if (length === 2) return `${name}之印`;
  return length === 3 ? `${name}印` : name;
}

interface Frame {
  readonly border: string;
  readonly star: Drawing['star'];
  readonly inside: Drawing['inside'];
}

function compose(kind: SealKind, cells: readonly Cell[], frame: Frame): Drawing {
  const { width, height } = sealKinds[kind];
  return {
    kind,
    width,
    height,
    cells,
    star: frame.star,
    inside: frame.inside,
    paths: [
      { d: frame.border, evenOdd: true },
      ...(frame.star === undefined ? [] : [{ d: star(frame.star) }]),
      ...cells.flatMap((cell) => {
        const d = drawCell(cell);
        return d === '' ? [] : [{ d }];
      }),
    ],
  };
}

/** A border between two ellipses of one centre. */
function ring(x: number, y: number, [a, b]: readonly [number, number], border: number): string {
  const ellipse = (rx: number, ry: number) =>
    `M${short(x - rx)} ${short(y)}A${short(rx)} ${short(ry)} 0 1 0 ${short(x + rx)} ${short(y)}A${short(rx)} ${short(ry)} 0 1 0 ${short(x - rx)} ${short(y)}Z`;
  return ellipse(a, b) + ellipse(a - border, b - border);
}

function star({
  x,
  y,
  radius,
}: {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}) {
  const points = Array.from({ length: 10 }, (_, index) => {
    // The inner corners of a regular star lie at sin 18° / sin 54° of its radius.
    const r = index % 2 === 0 ? radius : radius * 0.381966;
    const angle = (index * Math.PI) / 5;
    return `${short(x + r * Math.sin(angle))} ${short(y - r * Math.cos(angle))}`;
  });
  return `M${points.join('L')}Z`;
}
