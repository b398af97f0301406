import { createHash } from 'node:crypto';

import { PDFDocument, PDFHexString, PDFName, type PDFImage, type PDFRef } from '@cantoo/pdf-lib';

import type { Weight } from '../fonts/faces.ts';
import type { Artwork } from './artwork.ts';
import { Content } from './content.ts';
import { EmbeddedFace } from './embedded-face.ts';
import type { PageSize } from './units.ts';

/** What a file says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly language: 'zh-CN' | 'en';
  readonly createdAt: Date;
  readonly author?: string;
  readonly subject?: string;
}

export const PRODUCER = 'OneWindow';

/**
 * A PDF under construction: pages are closed as soon as they are full, so only compressed pages stay in memory.
 * The same calls give the same bytes on every machine: the creation date comes from outside, compression is the
 * pinned JavaScript one (zlib's output differs between processors), identifiers are counted, not drawn.
 */
export class PdfFile {
  /** Characters that no font holds and that were drawn as 〓. */
  readonly missing = new Set<string>();
  readonly #document: PDFDocument;
  readonly #faces: Readonly<Record<Weight, EmbeddedFace>>;
  readonly #faceReferences: Readonly<Record<Weight, PDFRef>>;
  readonly #pictures = new Map<Uint8Array, { readonly name: string; readonly image: PDFImage }>();
  readonly #resources: PDFRef;
  readonly #digest = createHash('sha256');
  readonly #pages: Array<{ readonly size: PageSize; readonly body: PDFRef }> = [];

  private constructor(document: PDFDocument) {
    const context = document.context;
    this.#document = document;
    this.#faces = { regular: new EmbeddedFace('regular'), bold: new EmbeddedFace('bold') };
    this.#faceReferences = { regular: context.nextRef(), bold: context.nextRef() };
    this.#resources = context.nextRef();
  }

  static async create(facts: PdfFacts): Promise<PdfFile> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const file = new PdfFile(document);
    document.setTitle(printable(facts.title), { showInWindowTitleBar: true });
    document.setLanguage(facts.language);
    document.setProducer(PRODUCER);
    document.setCreator(PRODUCER);
    document.setCreationDate(facts.createdAt);
    document.setModificationDate(facts.createdAt);
    file.#digest.update(`${facts.title}\n${facts.createdAt.toISOString()}\n`);
    if (facts.author !== undefined) document.setAuthor(printable(facts.author));
    if (facts.subject !== undefined) document.setSubject(facts.subject);
    return file;
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  /** Takes a picture into the file, once however often it is shown. Throws when the bytes are not what they claim. */
  async addPicture(artwork: Artwork): Promise<void> {
    if (artwork.kind === 'outlines' || this.#pictures.has(artwork.bytes)) return;
    const image =
      artwork.kind === 'png'
        ? await this.#document.embedPng(artwork.bytes)
        : await this.#document.embedJpg(artwork.bytes);
    this.#pictures.set(artwork.bytes, { name: `P${this.#pictures.size + 1}`, image });
  }

  /** Name in the page resources and proportions of a picture taken in before. */
  getPicture(bytes: Uint8Array): { name: string; width: number; height: number } {
    const picture = this.#pictures.get(bytes);
    if (picture === undefined) throw new Error('The picture was not added to the file');
    return { name: picture.name, width: picture.image.width, height: picture.image.height };
  }

  newContent(size: PageSize): Content {
    return new Content(
      size.height,
      (glyph) => this.#faces[glyph.weight].encode(glyph),
      this.missing,
    );
  }

  /** Closes a page: its instructions are compressed and cannot change any more. */
  addPage(size: PageSize, content: Content): void {
    const context = this.#document.context;
    const instructions = content.take();
    this.#digest.update(instructions);
    this.#pages.push({ size, body: context.register(context.flateStream(instructions)) });
  }

  /**
   * Finishes the file. `furnish` draws what needs the number of pages (header, footer, watermark) on each page.
   * The result is written for PDF/A-2u: fonts embedded, every glyph with its text, colours with their profile.
   */
  async save(
    furnish: (content: Content, page: number, of: number) => void,
    wait: () => Promise<void>,
  ): Promise<Uint8Array> {
    const context = this.#document.context;
    for (const [index, page] of this.#pages.entries()) {
      const content = this.newContent(page.size);
      furnish(content, index + 1, this.#pages.length);
      const furniture = context.register(context.flateStream(content.take()));
      const leaf = this.#document.addPage([page.size.width, page.size.height]).node;
      leaf.set(PDFName.of('Contents'), context.obj([page.body, furniture]));
      leaf.set(PDFName.of('Resources'), this.#resources);
      if (index % 20 === 19) await wait();
    }
    this.#assignResources();
    const identity = PDFHexString.of(this.#digest.digest('hex').slice(0, 32));
    context.trailerInfo.ID = context.obj([identity, identity]);
    this.#document.convertToPDFA({ conformance: '2U' });
    return this.#document.save({ useObjectStreams: false, addDefaultPage: false });
  }

  #assignResources(): void {
    const context = this.#document.context;
    const fonts: Record<string, PDFRef> = {};
    for (const weight of ['regular', 'bold'] as const) {
      const reference = this.#faceReferences[weight];
      if (!this.#faces[weight].isUsed()) continue;
      this.#faces[weight].embed(context, reference);
      fonts[weight === 'bold' ? 'FB' : 'FR'] = reference;
    }
    const pictures: Record<string, PDFRef> = {};
    for (const { name, image } of this.#pictures.values()) pictures[name] = image.ref;
    context.assign(
      this.#resources,
      context.obj({
        Font: fonts,
        XObject: pictures,
        ExtGState: {
          // A stamp is ink upon ink: text under it stays readable.
          GSpress: { Type: 'ExtGState', BM: 'Multiply' },
          GSwatermark: { Type: 'ExtGState', ca: 0.11 },
        },
      }),
    );
  }
}

/** Metadata is written as XML too, which holds no control characters nor halves of surrogate pairs. */
function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]+/gu, ' ');
}
