import type { Condition, Field, PrefillSource, SimpleField } from './shapes.ts';
import { type Both, compact, toText } from './words.ts';

interface Common {
  readonly help?: Both;
  readonly optional?: boolean;
  readonly when?: Condition;
  readonly prefill?: PrefillSource;
}

function common(key: string, label: Both, more: Common) {
  return compact({
    key,
    label: toText(label),
    help: more.help && toText(more.help),
    required: more.optional !== true,
    showIf: more.when,
    prefill: more.prefill,
  });
}

interface TextOptions extends Common {
  readonly longest?: number;
  readonly lines?: number;
  readonly pattern?: readonly [expression: string, hint: Both];
}

export function text(key: string, label: Both, more: TextOptions = {}): SimpleField {
  const { longest = 200, lines, pattern } = more;
  return {
    ...common(key, label, more),
    kind: 'text',
    longest,
    ...(lines === undefined ? {} : { lines }),
    ...(pattern && { pattern: { expression: pattern[0], hint: toText(pattern[1]) } }),
  };
}

/** Several lines of words. */
export const prose = (key: string, label: Both, more: TextOptions = {}): SimpleField =>
  text(key, label, { longest: 1000, lines: 4, ...more });

interface NumberOptions extends Common {
  readonly least?: number;
  readonly most?: number;
  readonly decimals?: number;
}

export const number = (
  key: string,
  label: Both,
  unit: Both,
  more: NumberOptions = {},
): SimpleField => ({
  ...common(key, label, more),
  kind: 'number',
  least: more.least ?? 0,
  ...(more.most === undefined ? {} : { most: more.most }),
  decimals: more.decimals ?? 0,
  unit: toText(unit),
});

interface MoneyOptions extends Common {
  readonly leastFen?: number;
  readonly yuan?: boolean;
}

/** In 万元 unless it is said that the amount is small. */
export const money = (key: string, label: Both, more: MoneyOptions = {}): SimpleField => ({
  ...common(key, label, more),
  kind: 'money',
  leastFen: more.leastFen ?? 0,
  shownIn: more.yuan === true ? 'yuan' : 'ten-thousand-yuan',
});

export const date = (
  key: string,
  label: Both,
  range: 'any' | 'past' | 'future' = 'any',
  more: Common = {},
): SimpleField => ({ ...common(key, label, more), kind: 'date', range });

type Options = Readonly<Record<string, Both>>;

export const choice = (
  key: string,
  label: Both,
  options: Options,
  more: Common = {},
): SimpleField => ({
  ...common(key, label, more),
  kind: 'choice',
  options: toOptions(options),
  many: false,
});

export const choices = (
  key: string,
  label: Both,
  options: Options,
  more: Common = {},
): SimpleField => ({
  ...common(key, label, more),
  kind: 'choice',
  options: toOptions(options),
  many: true,
});

const toOptions = (options: Options) =>
  Object.entries(options).map(([key, name]) => ({ key, text: toText(name) }));

export const check = (key: string, label: Both, more: Common = {}): SimpleField => ({
  ...common(key, label, more),
  kind: 'yes-no',
});

/** An address in the district, unless it may be anywhere. */
export const address = (
  key: string,
  label: Both,
  more: Common & { readonly anywhere?: boolean } = {},
): SimpleField => ({
  ...common(key, label, more),
  kind: 'address',
  insideDistrict: more.anywhere !== true,
});

/** Premises that are filed already; the applicant picks a unit of the register. */
export const premises = (
  key: string,
  label: Both,
  more: Common & {
    readonly role?: 'seat' | 'place';
    readonly subjects?: 'firm' | 'sole-trader';
    readonly nameField?: string;
    readonly scopeField?: string;
  } = {},
): SimpleField => ({
  ...common(key, label, more),
  kind: 'premises',
  role: more.role ?? 'seat',
  subjects: more.subjects ?? 'firm',
  ...(more.nameField === undefined ? {} : { nameField: more.nameField }),
  ...(more.scopeField === undefined ? {} : { scopeField: more.scopeField }),
});

export const phone = (key: string, label: Both, more: Common = {}): SimpleField => ({
  ...common(key, label, more),
  kind: 'phone',
});

export const email = (key: string, label: Both, more: Common = {}): SimpleField => ({
  ...common(key, label, more),
  kind: 'email',
});

export const person = (
  key: string,
  label: Both,
  more: Common & { readonly noPhone?: boolean } = {},
): SimpleField => ({
  ...common(key, label, more),
  kind: 'person',
  withPhone: more.noPhone !== true,
});

export const firm = (key: string, label: Both, more: Common = {}): SimpleField => ({
  ...common(key, label, more),
  kind: 'firm',
});

export const file = (
  key: string,
  label: Both,
  more: Common & { readonly most?: number } = {},
): SimpleField => ({ ...common(key, label, more), kind: 'file', most: more.most ?? 5 });

export const statement = (
  key: string,
  label: Both,
  words: Both,
  more: Common = {},
): SimpleField => ({
  ...common(key, label, more),
  kind: 'statement',
  statement: toText(words),
});

export const signature = (key: string, label: Both, more: Common = {}): SimpleField => ({
  ...common(key, label, more),
  kind: 'signature',
});

interface TableOptions extends Common {
  readonly fewest?: number;
  readonly most?: number;
}

export const table = (
  key: string,
  label: Both,
  columns: readonly SimpleField[],
  more: TableOptions = {},
): Field => ({
  ...common(key, label, more),
  kind: 'table',
  columns: [...columns],
  fewest: more.fewest ?? 1,
  most: more.most ?? 50,
});
