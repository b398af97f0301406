import type { Box } from './box.ts';
import type { Content } from './content.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PageSize } from './units.ts';

/** Where on a page the text stands, in points from its upper left corner. */
export interface Frame {
  readonly page: PageSize;
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Height that may be exceeded by rounding. */
const SLACK = 0.01;

/** Fills pages with boxes from top to bottom. */
export class Flow {
  readonly #file: PdfFile;
  readonly #frame: Frame;
  #content: Content;
  #used = 0;
  #isFresh = true;

  constructor(file: PdfFile, frame: Frame) {
    this.#file = file;
    this.#frame = frame;
    this.#content = file.newContent(frame.page);
  }

  /** Places all boxes and closes the last page. `wait` is called after each page, so that others get their turn. */
  async place(boxes: Iterable<Box>, wait: () => Promise<void>): Promise<void> {
    let group: Box[] = [];
    for (const box of boxes) {
      if (box.startsPage === true) {
        this.#placeGroup(group);
        group = [];
        if (!this.#isFresh) this.#turn();
        continue;
      }
      group.push(box);
      if (box.keepWithNext === true) continue;
      const pages = this.#file.pageCount;
      this.#placeGroup(group);
      group = [];
      if (this.#file.pageCount > pages) await wait();
    }
    this.#placeGroup(group);
    if (!this.#isFresh || this.#file.pageCount === 0) this.#turn();
  }

  /** Boxes that belong together go onto one page if any page can hold them, else one after another. */
  #placeGroup(group: readonly Box[]): void {
    if (group.length === 0) return;
    if (this.#heightOf(group, this.#isFresh) > this.#room() && !this.#isFresh) {
      const fitsFresh = this.#heightOf(group, true) <= this.#frame.height + SLACK;
      if (fitsFresh) this.#turn();
    }
    for (const box of group) this.#placeBox(box);
  }

  #placeBox(box: Box): void {
    if (this.#outerHeight(box) > this.#room()) {
      if (!this.#isFresh && box.height <= this.#frame.height - headHeight(box)) this.#turn();
      else if (this.#splitBox(box)) return;
      else if (!this.#isFresh) this.#turn();
    }
    // Never over the edge: a paper that silently lost its last lines would still look valid.
    if (box.height > this.#room())
      throw new RangeError('A piece of the paper is taller than a page');
    this.#draw(box);
  }

  #splitBox(box: Box): boolean {
    const lead = this.#isFresh ? headHeight(box) : (box.before ?? 0);
    const parts = box.split?.(this.#room() - lead);
    if (parts === undefined) {
      // Not even one line fits here, but a fresh page may hold some.
      if (this.#isFresh || box.split === undefined) return false;
      this.#turn();
      return this.#splitBox(box);
    }
    this.#draw(parts[0]);
    this.#turn();
    this.#placeBox(parts[1]);
    return true;
  }

  #draw(box: Box): void {
    const { x, top } = this.#frame;
    if (this.#isFresh && box.head !== undefined) {
      box.head.draw(this.#content, x, top + this.#used);
      this.#used += box.head.height;
    } else if (!this.#isFresh) this.#used += box.before ?? 0;
    box.draw(this.#content, x, top + this.#used);
    this.#used += box.height;
    this.#isFresh = false;
  }

  #turn(): void {
    this.#file.addPage(this.#frame.page, this.#content);
    this.#content = this.#file.newContent(this.#frame.page);
    this.#used = 0;
    this.#isFresh = true;
  }

  #room(): number {
    return this.#frame.height - this.#used + SLACK;
  }

  #outerHeight(box: Box): number {
    return box.height + (this.#isFresh ? headHeight(box) : (box.before ?? 0));
  }

  #heightOf(group: readonly Box[], isFresh: boolean): number {
    return group.reduce((sum, box, index) => {
      const lead = index === 0 && isFresh ? headHeight(box) : (box.before ?? 0);
      return sum + lead + box.height;
    }, 0);
  }
}

function headHeight(box: Box): number {
  return box.head?.height ?? 0;
}
