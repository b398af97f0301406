/** The part of OpenAPI 3.1 that the server writes and this page reads. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly 'x-permission'?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >;
}

export interface Interface {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** One operation with its place. */
export interface Entry {
  readonly method: string;
  readonly path: string;
  readonly module: string;
  readonly operation: Operation;
}

/** Every operation, by module and then in the order of the document. */
export function listEntries(description: Interface): readonly Entry[] {
  return Object.entries(description.paths)
    .flatMap(([path, byMethod]) =>
      Object.entries(byMethod).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        module: operation.tags[0] ?? '',
        operation,
      })),
    )
    .toSorted((a, b) => a.module.localeCompare(b.module));
}

/** The entries in which every word stands: path, name, summary, permission, codes and sentences of problems. */
export function searchEntries(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const { operation, method, path } = entry;
    const sentences = Object.values(operation.responses).map((response) => response.description);
    const content = [
      method,
      path,
      operation.operationId,
      operation.summary,
      operation['x-permission'],
      ...sentences,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => content.includes(word));
  });
}

/** One field of a schema as a line of a table. */
export interface Line {
  /** `items[].name` */
  readonly place: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** Limits, choices, default. */
  readonly notes: readonly string[];
}

/** A schema as lines, parts of parts with their whole place. */
export function toLines(
  schema: Schema | undefined,
  place = '',
  isRequired = true,
): readonly Line[] {
  if (schema === undefined) return [];
  const { inner, isNullable } = withoutNull(schema);
  const own: Line = {
    place: place === '' ? '·' : place,
    type: `${sayType(inner)}${isNullable ? ' | null' : ''}`,
    isRequired,
    notes: listNotes(inner),
  };
  const parts = listParts(inner, place);
  const isOnlyFrame = place === '' && parts.length > 0;
  return isOnlyFrame ? parts : [own, ...parts];
}

function withoutNull(schema: Schema): { readonly inner: Schema; readonly isNullable: boolean } {
  const choices = schema.anyOf ?? schema.oneOf;
  const rest = choices?.filter((choice) => choice.type !== 'null');
  const [only] = rest ?? [];
  if (choices && rest?.length === 1 && only)
    return { inner: only, isNullable: rest.length < choices.length };
  if (Array.isArray(schema.type) && schema.type.includes('null')) {
    const own = (schema.type as readonly string[]).find((type) => type !== 'null');
    return { inner: { ...schema, type: own ?? 'null' }, isNullable: true };
  }
  return { inner: schema, isNullable: false };
}

function listParts(schema: Schema, place: string): readonly Line[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return choices.flatMap((choice, index) => listParts(choice, `${place}(${index + 1})`));
  if (schema.items) {
    const lines = toLines(schema.items, `${place}[]`);
    return schema.items.properties ? lines.slice(1) : lines;
  }
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    toLines(part, place === '' ? name : `${place}.${name}`, required.has(name)),
  );
}

function sayType(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (choices) return choices.map((choice) => sayType(choice)).join(' | ');
  const type = typeof schema.type === 'string' ? schema.type : 'any';
  if (type === 'array') return `${schema.items ? sayType(schema.items) : 'any'}[]`;
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

// Bounds of the number type itself say nothing.
const isOwnLimit = (limit: number | undefined) =>
  limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;

function listNotes(schema: Schema): readonly string[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems } = schema;
  return [
    schema.enum ? schema.enum.map((value) => JSON.stringify(value)).join(' | ') : '',
    schema.default === undefined ? '' : `= ${JSON.stringify(schema.default)}`,
    sayRange(minLength, maxLength, 'length'),
    sayRange(
      isOwnLimit(minimum) ? minimum : undefined,
      isOwnLimit(maximum) ? maximum : undefined,
      '',
    ),
    sayRange(minItems, maxItems, 'items'),
    // The patterns of known formats are long and say the same as the format.
    schema.pattern !== undefined && schema.format === undefined ? schema.pattern : '',
    schema.description ?? '',
  ].filter((note) => note !== '');
}

function sayRange(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return '';
  return `${unit} ${least ?? ''}…${most ?? ''}`.trim();
}

/** A request that can be pasted into a terminal. */
export function toCurl({ method, path, operation }: Entry, origin: string): string {
  const headers = operation.parameters.filter(
    (one) => one.in === 'header' && one.required === true,
  );
  const isOpen = operation.security?.length === 0;
  const isJson = operation.requestBody?.content['application/json'] !== undefined;
  return [
    `curl -X ${method} '${origin}${path}'`,
    isOpen ? '' : `-H 'Authorization: Bearer $KEY'`,
    ...headers.map((one) => `-H '${one.name}: …'`),
    isJson ? `-H 'Content-Type: application/json' -d '${exampleOf(operation)}'` : '',
  ]
    .filter((part) => part !== '')
    .join(' \\\n  ');
}

function exampleOf(operation: Operation): string {
  const schema = operation.requestBody?.content['application/json']?.schema;
  const required = schema?.required ?? [];
  const pairs = required.map((name) => `"${name}": …`);
  return `{ ${pairs.join(', ')} }`;
}
