import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { create, type Font } from 'fontkit';

/** What can be read out of a paper made here, by way of its own character maps. Meant for tests. */
export interface ReadPaper {
  readonly title: string;
  readonly language: string;
  /** Text of each page: one line for each baseline, pieces from left to right. */
  readonly pages: readonly string[];
  readonly fonts: ReadonlyArray<{
    readonly name: string;
    /** The embedded program itself. */
    readonly font: Font;
    /** Text by glyph number of the embedded program. */
    readonly texts: ReadonlyMap<number, string>;
  }>;
}

interface PaperFont {
  readonly name: string;
  readonly font: Font;
  readonly texts: Map<number, string>;
}

/** Reads a paper back. Throws when it is not a file of this producer's form. */
export async function readPaper(bytes: Uint8Array): Promise<ReadPaper> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map<string, PaperFont>();
  const pages = document.getPages().map((page) => {
    const resources = page.node.Resources();
    const dictionary = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
    for (const [key, value] of dictionary?.entries() ?? []) {
      const name = key.asString().slice(1);
      if (!fonts.has(name)) fonts.set(name, readFont(document.context.lookup(value, PDFDict)));
    }
    const contents = page.node.Contents();
    const parts = contents instanceof PDFArray ? contents.asArray() : [];
    const program = parts.map((part) => readStream(document.context.lookup(part))).join('\n');
    return readPage(program, fonts);
  });
  const language = document.catalog.get(PDFName.of('Lang'))?.toString() ?? '';
  return {
    title: document.getTitle() ?? '',
    language: language.replaceAll(/[()]/g, ''),
    pages,
    fonts: [...fonts.values()],
  };
}

function readFont(dictionary: PDFDict): PaperFont {
  const descendants = dictionary.lookup(PDFName.of('DescendantFonts'), PDFArray);
  const descriptor = descendants.lookup(0, PDFDict).lookup(PDFName.of('FontDescriptor'), PDFDict);
  const program = readBytes(descriptor.lookup(PDFName.of('FontFile2')));
  const map = readStream(dictionary.lookup(PDFName.of('ToUnicode')));
  const texts = new Map<number, string>();
  for (const [, code = '', units = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]*)>/g)) {
    texts.set(Number.parseInt(code, 16), fromUtf16Hex(units));
  }
  const name = dictionary.lookup(PDFName.of('BaseFont'), PDFName).asString();
  return { name, font: create(program), texts };
}

function readPage(program: string, fonts: ReadonlyMap<string, PaperFont>): string {
  const baselines = new Map<number, Array<{ x: number; text: string }>>();
  const pattern = /\/(F[RB]) [\d.]+ Tf [-\d. ]*?(-?[\d.]+) (-?[\d.]+) Tm \[(.*?)\] TJ/g;
  for (const [, name = '', x = '', y = '', shown = ''] of program.matchAll(pattern)) {
    const texts = fonts.get(name)?.texts;
    const codes = [...shown.matchAll(/<([0-9a-f]+)>/g)].map((match) => match[1] ?? '').join('');
    const text = (codes.match(/.{4}/g) ?? [])
      .map((code) => texts?.get(Number.parseInt(code, 16)) ?? '')
      .join('');
    const pieces = baselines.get(Number(y)) ?? [];
    pieces.push({ x: Number(x), text });
    baselines.set(Number(y), pieces);
  }
  return [...baselines.entries()]
    .toSorted(([first], [second]) => second - first)
    .map(([, pieces]) => joinPieces(pieces))
    .join('\n');
}

function joinPieces(pieces: ReadonlyArray<{ x: number; text: string }>): string {
  return pieces
    .toSorted((first, second) => first.x - second.x)
    .map((piece) => piece.text)
    .join(' ');
}

function readStream(object: PDFObject | undefined): string {
  return new TextDecoder('latin1').decode(readBytes(object));
}

function readBytes(object: PDFObject | undefined): Uint8Array {
  if (!(object instanceof PDFRawStream)) throw new Error('The file has no such stream');
  return decodePDFRawStream(object).decode();
}

function fromUtf16Hex(hex: string): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  return String.fromCharCode(...units);
}
