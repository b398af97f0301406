import { z } from 'zod';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** The least that a shape takes: only what it demands, and of that the shortest. */
export function sampleInput(shape: z.ZodType): unknown {
  return sample(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema);
}

function sample(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return sample(choice);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(sample));
  return samplers[schema.type ?? '']?.(schema) ?? {};
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '01a203c8-1656-7215-829d-bcad1936362f',
  date: '2026-01-20',
  'date-time': '2026-01-20T02:00:00Z',
};

const samplers: Readonly<Record<string, (schema: Schema) => unknown>> = {
  string: ({ format = '', pattern = '', minLength = 1 }) =>
    FORMATS[format] ??
    ['甲', 'a', '1'].find((text) => new RegExp(pattern, 'u').test(text))?.repeat(minLength),
  integer: ({ minimum = 1 }) => Math.max(minimum, 1),
  number: ({ minimum = 1 }) => Math.max(minimum, 1),
  boolean: () => true,
  array: ({ items = {}, minItems = 0 }) => Array.from({ length: minItems }, () => sample(items)),
  object: ({ properties = {}, required = [] }) =>
    Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})])),
};
