/** The file cannot be read as a budget; the sentence says which file, why, and what can be read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly zh: string;

  constructor(zh: string, en: string, cause?: unknown) {
    super(en, cause === undefined ? {} : { cause });
    this.zh = zh;
  }
}
