import { checkField } from './check-form.ts';
import type { FieldContext } from './fields/field-kind.ts';
import type { Field } from './form.ts';

/** A line of print as a reader gave it, with how sure it is, 0 to 1. */
export interface PrintedLine {
  readonly text: string;
  readonly confidence: number;
}

/** A value that was read for a field. It is shown, never filled in by itself. */
export interface SuggestedValue {
  readonly field: Field;
  readonly value: unknown;
  /** The line it was taken from. */
  readonly line: string;
  readonly confidence: number;
}

/** 填写: what follows a label on its line, or the line below a label that stands alone. */
export function suggestValues(
  fields: readonly Field[],
  lines: readonly PrintedLine[],
  context: FieldContext = {},
): SuggestedValue[] {
  return fields.flatMap((field) => suggestFor(field, lines, context) ?? []);
}

function suggestFor(
  field: Field,
  lines: readonly PrintedLine[],
  context: FieldContext,
): SuggestedValue | undefined {
  for (const { text, confidence } of findAfter(field, lines)) {
    const value = toValue(field, text);
    if (value === undefined || checkField(field, value, context).length > 0) continue;
    return { field, value, line: text, confidence };
  }
  return undefined;
}

const SEPARATOR = /^[\s:：;；=_\-—]+/u;
/** Marks that a form prints beside its labels: a star, a number, brackets. */
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s*()（）[\]【】]/gu, '')
    .toLowerCase();

/** Texts that stand with the label of a field: the same line first. */
function findAfter(field: Field, lines: readonly PrintedLine[]): PrintedLine[] {
  const labels = [field.label.zh, field.label.en ?? '']
    .map(squeeze)
    .filter((one) => one.length > 1);
  const found: PrintedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const label = labels.find((one) => squeeze(line.text).startsWith(one));
    if (label === undefined) continue;
    const rest = dropLabel(line.text, label);
    // A longer word that only begins like the label is another label.
    if (rest !== '' && !SEPARATOR.test(rest)) continue;
    const own = rest.replace(SEPARATOR, '').trim();
    const below = lines[index + 1];
    if (own !== '') found.push({ text: own, confidence: line.confidence });
    else if (below !== undefined)
      found.push({
        text: below.text.trim(),
        confidence: Math.min(line.confidence, below.confidence),
      });
  }
  return found;
}

/** The line without as many characters as the label has, spaces and marks between them not counted. */
function dropLabel(text: string, label: string): string {
  let left = label.length;
  let at = 0;
  for (const character of text) {
    if (left === 0) break;
    at += character.length;
    left -= squeeze(character).length;
  }
  const rest = text.slice(at);
  return rest.replace(/^[\s*)）\]】]+/u, '');
}

/** Kinds that are read from print, with the text as the field holds it; the others are not. */
const READERS: Partial<Record<Field['kind'], (text: string) => unknown>> = {
  text: (text) => text,
  phone: (text) => text.replaceAll(/[\s-]/gu, ''),
  email: (text) => text.replaceAll(/\s/gu, '').toLowerCase(),
  date: toDay,
  number: toNumber,
};

const toValue = (field: Field, text: string): unknown => READERS[field.kind]?.(text);

function toDay(text: string): string | undefined {
  const [, year, month = '', day = ''] =
    /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/u.exec(text.normalize('NFKC')) ?? [];
  return year === undefined
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function toNumber(text: string): number | undefined {
  const [found] = /-?\d[\d,]*(?:\.\d+)?/u.exec(text.normalize('NFKC')) ?? [];
  return found === undefined ? undefined : Number(found.replaceAll(',', ''));
}
