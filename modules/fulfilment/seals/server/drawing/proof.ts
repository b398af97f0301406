import { z } from 'zod';

import type { CanvasItem } from '#kernel/documents/pdf/blocks.ts';
import { definePdfTemplate } from '#kernel/documents/pdf/template.ts';

import { materialWords, SealKind, sealKinds } from '../../contract.ts';
import { toArtwork } from './picture.ts';
import { drawSeal } from './seals.ts';

const Proof = z.object({
  number: z.string(),
  firmName: z.string(),
  taxNumber: z.string(),
  legalName: z.string(),
  maker: z.string(),
  dueOn: z.string(),
  filed: z.partialRecord(SealKind, z.string()),
  /** Those that have to be made again; none when the whole set is new. */
  again: z.array(SealKind),
});
export type Proof = z.input<typeof Proof>;

/** Where each stands on the sheet, its upper left corner. */
const PLACES: Readonly<Record<SealKind, readonly [x: number, y: number]>> = {
  name: [28, 62],
  finance: [118, 63],
  invoice: [28, 142],
  'legal-representative': [128, 148],
};

/** What the maker cuts by: the drawings true to the millimetre, with a rule to check the printer by. Chinese in every language. */
export const proofPaper = definePdfTemplate({
  name: 'seals/proof',
  version: 1,
  input: Proof,
  compose: (proof) => ({
    title: `印样 ${proof.number}`,
    margins: [0, 0, 0, 0],
    pageNumbers: false,
    body: [{ kind: 'canvas', height: 290, items: layOut(proof) }],
  }),
});

function layOut(proof: z.output<typeof Proof>): CanvasItem[] {
  const text = (
    x: number,
    y: number,
    words: string,
    more: { readonly size?: number; readonly bold?: boolean; readonly width?: number } = {},
  ): CanvasItem => ({
    kind: 'text',
    x,
    y,
    width: more.width ?? 150,
    text: words,
    size: more.size ?? 10.5,
    ...(more.bold === true ? { bold: true } : {}),
  });
  return [
    text(25, 18, '免费刻章印样', { size: 18, bold: true, width: 120 }),
    { kind: 'qr', x: 160, y: 16, size: 24, content: proof.number },
    text(25, 30, `编号　${proof.number}`, { width: 130 }),
    text(25, 36.5, `企业　${proof.firmName}`, { width: 130 }),
    text(25, 43, `统一社会信用代码　${proof.taxNumber}`, { width: 130 }),
    text(25, 49.5, `刻章单位　${proof.maker}　　承诺完成　${proof.dueOn}`),
    ...SealKind.options.flatMap((kind) => sealItems(kind, proof, text)),
    { kind: 'picture', x: 28, y: 222, width: 100, artwork: rule() },
    text(28, 227, '比例尺 100 mm：打印后请用尺量，不足或超出请关闭“适应页面”后重新打印。', {
      size: 9,
    }),
    text(28, 240, '印文以营业执照为准。刻制前企业名称变更的，以新下发的印样为准，本页作废。', {
      size: 9,
    }),
  ];
}

type Text = (
  x: number,
  y: number,
  words: string,
  more?: { readonly size?: number; readonly bold?: boolean; readonly width?: number },
) => CanvasItem;

function sealItems(kind: SealKind, proof: z.output<typeof Proof>, text: Text): CanvasItem[] {
  const { title, code, material, width, height } = sealKinds[kind];
  const [x, y] = PLACES[kind];
  const drawing = drawSeal(kind, proof);
  if (drawing === undefined) return [];
  const measures = `${width}×${height} mm　${materialWords[material]['zh-CN']}　类型 ${code}`;
  const isAgain = proof.again.includes(kind);
  return [
    { kind: 'picture', x, y, width, artwork: toArtwork(drawing) },
    text(x, y + height + 3, `${title['zh-CN']}${isAgain ? '（重刻）' : ''}`, {
      bold: true,
      width: 70,
    }),
    text(x, y + height + 9, measures, { size: 9, width: 70 }),
    text(x, y + height + 14.5, `备案编号　${proof.filed[kind] ?? '________________'}`, {
      size: 9,
      width: 70,
    }),
  ];
}

/** A rule of 100 mm with a tick at each ten. */
function rule() {
  const ticks = Array.from({ length: 11 }, (_, at) => {
    const x = at === 10 ? 99.8 : at * 10;
    return `M${x} 0h0.2v${at % 5 === 0 ? 3.5 : 2.2}h-0.2z`;
  });
  return {
    kind: 'outlines' as const,
    width: 100,
    height: 4,
    paths: [{ d: `M0 0h100v0.2h-100z${ticks.join('')}`, fill: '#121212' }],
  };
}
