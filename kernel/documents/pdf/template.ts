import type { z } from 'zod';

import { localDay, DEFAULT_ZONE } from '#kernel/clock/local-day.ts';
import { fillWords, type Locale, type Words } from '#kernel/problems/contract.ts';

import { toPaperDay } from './paper-day.ts';
import type { PdfPaper } from './paper.ts';
import { renderPaper, type RenderedPdf } from './render.ts';

/** What a template may ask while it composes. */
export interface PaperContext {
  readonly locale: Locale;
  /** The words in the paper's language, `{name}` places filled. */
  say(words: Words, values?: Readonly<Record<string, string | number>>): string;
  /** A calendar day as papers write it: 2026年3月5日, 5 March 2026. */
  day(day: string): string;
  /** The calendar day of an instant in the centre's zone, as papers write it. */
  dayOf(instant: Date): string;
}

export interface PdfTemplateDefinition<Input extends z.ZodType> {
  /** `module/paper`, stable: it is written into the file as its subject with the version. */
  readonly name: string;
  readonly version: number;
  /** What the paper needs. Data that does not fit is refused before anything is drawn. */
  readonly input: Input;
  compose(data: z.output<Input>, context: PaperContext): PdfPaper;
}

export interface PdfTemplateOptions {
  readonly locale: Locale;
  /** From the injected clock; the same data with the same instant gives the same bytes, so a hash can be compared. */
  readonly createdAt: Date;
  readonly zone?: string;
  /** Laid over what the template itself sets, e.g. by a demonstration centre. */
  readonly watermark?: string;
}

export interface PdfTemplate<Input extends z.ZodType> {
  readonly name: string;
  readonly version: number;
  readonly input: Input;
  /** Throws ZodError when the data does not fit the template. */
  render(data: z.input<Input>, options: PdfTemplateOptions): Promise<RenderedPdf>;
}

/** Declares a paper: data in, the same bytes out each time. */
export function definePdfTemplate<Input extends z.ZodType>(
  definition: PdfTemplateDefinition<Input>,
): PdfTemplate<Input> {
  const { name, version, input } = definition;
  return {
    name,
    version,
    input,
    render: async (data, options) => {
      const paper = definition.compose(input.parse(data), toContext(options));
      const marked =
        options.watermark === undefined ? paper : { ...paper, watermark: options.watermark };
      return renderPaper(marked, {
        locale: options.locale,
        createdAt: options.createdAt,
        subject: `${name}@${version}`,
      });
    },
  };
}

/** What a paper asks while it is composed, also for those who want its text alone. */
export function toContext(options: Pick<PdfTemplateOptions, 'locale' | 'zone'>): PaperContext {
  const { locale, zone = DEFAULT_ZONE } = options;
  return {
    locale,
    say: (words, values) => fillWords(words, locale, values),
    day: (day) => toPaperDay(day, locale),
    dayOf: (instant) => toPaperDay(localDay(instant, zone), locale),
  };
}
