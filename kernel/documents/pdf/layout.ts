import type { Beside, Block, Heading, List, Paragraph, Title } from './blocks.ts';
import type { Box, Setting } from './box.ts';
import { stackBoxes } from './box.ts';
import { layoutCanvas } from './canvas.ts';
import { layoutFields, layoutForm } from './form.ts';
import { layoutPicture, layoutQr, layoutRule, layoutSignature, layoutSigners } from './marks.ts';
import { layoutTable } from './table.ts';
import { drawLine, setBalanced, setText, toLineBoxes, type TextStyle } from './text-box.ts';
import { MM } from './units.ts';

const LEADING = 1.7;

/**
 * Turns the pieces of a paper into boxes, one after another. The line above a signature stays with it: a page
 * that holds nothing but a seal proves nothing.
 */
export function* layoutBlocks(
  blocks: readonly Block[],
  width: number,
  setting: Setting,
): Generator<Box> {
  let held: Box | undefined;
  let isAfterTable = false;
  for (const block of blocks) {
    const isSigning = block.kind === 'signature' || block.kind === 'signers';
    if (isSigning && held !== undefined) held = kept(held);
    for (const box of layoutBlock(block, width, setting)) {
      if (held !== undefined) yield held;
      held = isAfterTable ? spaced(box, setting.size * 0.7) : box;
      isAfterTable = false;
    }
    isAfterTable = block.kind === 'table' || block.kind === 'form' || block.kind === 'fields';
  }
  if (held !== undefined) yield held;
}

function kept(box: Box): Box {
  return { ...box, keepWithNext: true };
}

/** A table ends with a rule; what follows keeps its distance from it. */
function spaced(box: Box, distance: number): Box {
  return { ...box, before: Math.max(box.before ?? 0, distance) };
}

type LayoutOf<Kind extends Block['kind']> = (
  block: Extract<Block, { kind: Kind }>,
  width: number,
  setting: Setting,
) => Iterable<Box>;

const LAYOUTS: { readonly [Kind in Block['kind']]: LayoutOf<Kind> } = {
  title: layoutTitle,
  'document-number': (block, width, setting) => layoutNumber(block.text, width, setting),
  heading: layoutHeading,
  paragraph: layoutParagraph,
  list: layoutList,
  fields: layoutFields,
  form: layoutForm,
  table: layoutTable,
  signature: (block, width, setting) => [layoutSignature(block, width, setting)],
  signers: (block, width, setting) => [layoutSigners(block, width, setting)],
  qr: (block, width, setting) => [layoutQr(block, width, setting)],
  picture: (block, width, setting) => [layoutPicture(block, width, setting)],
  rule: (block, width, setting) => [layoutRule(block, width, setting)],
  canvas: (block, _width, setting) => [layoutCanvas(block, setting)],
  beside: (block, width, setting) => [layoutBeside(block, width, setting)],
  keep: (block, width, setting) => layoutKept(block.blocks, width, setting),
  space: (block) => [{ height: block.height * MM, draw: () => undefined }],
  'page-break': () => [{ height: 0, startsPage: true, draw: () => undefined }],
};

/** Chained, not stacked: what is longer than a page after all goes on to the next. */
function layoutKept(blocks: readonly Block[], width: number, setting: Setting): Box[] {
  const boxes = [...layoutBlocks(blocks, width, setting)];
  return boxes.map((box, index) => (index === boxes.length - 1 ? box : kept(box)));
}

function layoutBlock(block: Block, width: number, setting: Setting): Iterable<Box> {
  // The table above pairs each kind with its own layout; the compiler cannot follow that through an index.
  const layout = LAYOUTS[block.kind] as LayoutOf<Block['kind']>;
  return layout(block, width, setting);
}

function layoutTitle(title: Title, width: number, setting: Setting): Box[] {
  const size = setting.size * 1.75;
  const style: TextStyle = { size, leading: 1.45, align: 'center', bold: true };
  const boxes = toLineBoxes(setBalanced(title.text, width, style, setting), {
    before: setting.size * 0.7,
    keepWithNext: true,
  });
  if (title.subtitle !== undefined) {
    const small: TextStyle = { size: setting.size * 1.15, leading: 1.6, align: 'center' };
    const lines = setText(title.subtitle, width, small, setting);
    boxes.push(...toLineBoxes(lines, { before: 0, keepWithNext: true }));
  }
  boxes.push({ height: setting.size * 0.9, keepWithNext: true, draw: () => undefined });
  return boxes;
}

function layoutNumber(text: string, width: number, setting: Setting): Box[] {
  const style: TextStyle = { size: setting.size, leading: LEADING, align: 'right' };
  return toLineBoxes(setText(text, width, style, setting), { before: 0, keepWithNext: true });
}

function layoutHeading(heading: Heading, width: number, setting: Setting): Box[] {
  const size = setting.size * (heading.level === 2 ? 1 : 1.15);
  const style: TextStyle = { size, leading: 1.6, align: 'left', bold: true };
  const lines = setText(heading.text, width, style, setting);
  return toLineBoxes(lines, { before: size * 0.75, keepWithNext: true });
}

function layoutParagraph(paragraph: Paragraph, width: number, setting: Setting): Box[] {
  const size = paragraph.size ?? setting.size;
  const align = paragraph.align ?? 'justify';
  const isRunning = align === 'justify' && setting.script === 'chinese';
  const indent = (paragraph.indent ?? (isRunning ? 2 : 0)) * size;
  const style: TextStyle = {
    size,
    leading: LEADING,
    align,
    indent,
    tone: paragraph.soft === true ? 'soft' : 'ink',
  };
  const before = setting.script === 'chinese' ? size * 0.12 : size * 0.5;
  return toLineBoxes(setText(paragraph.text, width, style, setting), { before });
}

function layoutList(list: List, width: number, setting: Setting): Box[] {
  const { size } = setting;
  const hang = list.marker === 'bracketed' ? size * 2.2 : size * 1.6;
  const indent = setting.script === 'chinese' ? 2 * size : 0;
  const style: TextStyle = { size, leading: LEADING, align: 'justify' };
  return list.items.flatMap((item, index) => {
    const lines = setText(item, width - indent - hang, style, setting);
    const boxes = toLineBoxes(lines, { before: size * 0.12, shift: indent + hang });
    const [first, ...rest] = boxes;
    if (first === undefined) return [];
    const [marker] = setText(markerOf(list, index), hang * 2, { ...style, align: 'left' }, setting);
    const draw: Box['draw'] = (content, x, top) => {
      if (marker !== undefined) drawLine(content, marker, x + indent, top);
      first.draw(content, x, top);
    };
    return [{ ...first, draw }, ...rest];
  });
}

function markerOf(list: List, index: number): string {
  if (list.marker === 'bullet') return '·';
  return list.marker === 'bracketed' ? `（${index + 1}）` : `${index + 1}.`;
}

function layoutBeside(beside: Beside, width: number, setting: Setting): Box {
  const gap = 6 * MM;
  const leftWidth = (width - gap) * (beside.share ?? 0.7);
  const left = stackBoxes([...layoutBlocks(beside.left, leftWidth, setting)]);
  const right = stackBoxes([...layoutBlocks(beside.right, width - gap - leftWidth, setting)]);
  return {
    height: Math.max(left.height, right.height),
    before: Math.max(left.before ?? 0, right.before ?? 0),
    draw: (content, x, top) => {
      left.draw(content, x, top);
      right.draw(content, x + leftWidth + gap, top);
    },
  };
}
