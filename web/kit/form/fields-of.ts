import { z } from 'zod';

/** What the schema of a body says about one of its fields. */
export interface FieldFacts {
  readonly isRequired: boolean;
  /** May be left empty, and then says nothing: worth telling. A switch or a field that has a default is always filled. */
  readonly isOptional: boolean;
  /** The schema without optional, default and nullable around it. */
  readonly schema: z.ZodType | undefined;
  readonly maxLength: number | undefined;
}

/** Facts of a field, by its name in an object schema. */
export function factsOf(body: z.ZodType | undefined, name: string): FieldFacts {
  const field =
    body instanceof z.ZodObject ? (body.shape[name] as z.ZodType | undefined) : undefined;
  if (!field)
    return { isRequired: false, isOptional: false, schema: undefined, maxLength: undefined };
  const schema = unwrap(field);
  return {
    isRequired: isRequired(field, schema),
    isOptional: !isRequired(field, schema) && !isAlwaysFilled(field, schema),
    schema,
    maxLength: schema instanceof z.ZodString ? (schema.maxLength ?? undefined) : undefined,
  };
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

function isAlwaysFilled(field: z.ZodType, inner: z.ZodType): boolean {
  return (
    (field instanceof z.ZodDefault && field.def.defaultValue !== '') ||
    inner instanceof z.ZodBoolean ||
    inner instanceof z.ZodArray
  );
}

// A text that may be empty is not required, although the key must be there.
function isRequired(field: z.ZodType, inner: z.ZodType): boolean {
  const [mayLack, mayBeNull] = [field.safeParse(undefined).success, field.safeParse(null).success];
  if (mayLack || mayBeNull || inner instanceof z.ZodBoolean || inner instanceof z.ZodArray)
    return false;
  return !(inner instanceof z.ZodString && field.safeParse('').success);
}

/**
 * The body as the schema wants it: an empty field is left out where it may lack, null where it may be null,
 * and stays an empty text otherwise, so that the schema can refuse it.
 */
export function toBody(
  body: z.ZodType | undefined,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(values).flatMap(
    ([name, value]): ReadonlyArray<readonly [string, unknown]> => {
      if (value !== undefined && value !== null && value !== '') return [[name, value]];
      const field =
        body instanceof z.ZodObject ? (body.shape[name] as z.ZodType | undefined) : undefined;
      if (!field || field.safeParse(value).success)
        return value === undefined ? [] : [[name, value]];
      if (field.safeParse(undefined).success) return [];
      return [[name, field.safeParse(null).success ? null : '']];
    },
  );
  return Object.fromEntries(entries);
}
