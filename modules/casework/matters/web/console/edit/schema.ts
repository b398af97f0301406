import { z } from 'zod';

/** What surrounds a schema: whether it may lack, and what is inside. */
export interface Bare {
  readonly schema: z.ZodType;
  readonly isOptional: boolean;
}

/** The schema without `optional` around it. */
export function toBare(schema: z.ZodType): Bare {
  if (schema instanceof z.ZodOptional)
    return { schema: schema.unwrap() as z.ZodType, isOptional: true };
  return { schema, isOptional: false };
}

/** The values among which a schema lets one choose; undefined when it is no choice. */
export function listChoices(schema: z.ZodType): ReadonlyArray<string | number> | undefined {
  // Codes such as 10 come before 01 where they are keys.
  if (schema instanceof z.ZodEnum) return sortCodes(schema.options);
  if (!(schema instanceof z.ZodUnion)) return undefined;
  const literals = schema.options.flatMap((option) =>
    option instanceof z.ZodLiteral ? [...option.values] : [],
  );
  const values = literals.filter((value) => typeof value === 'string' || typeof value === 'number');
  return values.length === schema.options.length ? values : undefined;
}

/** Codes of digits in their order; others as they are listed. */
function sortCodes(options: ReadonlyArray<string | number>): ReadonlyArray<string | number> {
  const isCode = options.every((option) => /^\d+$/u.test(String(option)));
  return isCode ? options.toSorted((a, b) => Number(a) - Number(b)) : options;
}

/** Longer texts get several lines. */
const LONG = 300;

export function isLong(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString && (schema.maxLength ?? 0) > LONG;
}

export function membersOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** What a part that is added begins with: what must be there, empty; a key that is not taken. */
export function toBlank(schema: z.ZodType, taken: readonly string[] = []): unknown {
  const bare = toBare(schema);
  if (bare.isOptional) return undefined;
  if (bare.schema instanceof z.ZodObject) return toBlankObject(bare.schema, taken);
  if (bare.schema instanceof z.ZodArray) return [];
  if (bare.schema instanceof z.ZodBoolean) return false;
  if (bare.schema instanceof z.ZodNumber) return Math.max(0, bare.schema.minValue ?? 0);
  if (bare.schema instanceof z.ZodString) return '';
  return listChoices(bare.schema)?.[0];
}

function toBlankObject(schema: z.ZodType, taken: readonly string[]): unknown {
  const entries = Object.entries(membersOf(schema)).flatMap(([name, member]) => {
    const value = name === 'key' ? freeKey(taken) : toBlank(member);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** `part-1`, or the first such key that nothing has. */
export function freeKey(taken: readonly string[], stem = 'part'): string {
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `${stem}-${index + 1}`);
  return numbers.find((key) => !taken.includes(key)) ?? `${stem}-${taken.length + 1}`;
}
