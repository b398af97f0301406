/**
 * A value as the text (or bytes) of a parameter, null for none: a list is an array of SQL, an instant is ISO 8601 in
 * UTC, any other object is JSON.
 */
export function toParameter(value: unknown): string | Buffer | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return value.toString();
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : fromObject(value);
    default:
      throw new TypeError(`A ${typeof value} is no value of a statement.`);
  }
}

function fromObject(value: object): string | Buffer {
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return toBuffer(value);
  return Array.isArray(value) ? toArrayText(value) : JSON.stringify(value);
}

const toBuffer = (view: ArrayBufferView): Buffer =>
  Buffer.isBuffer(view) ? view : Buffer.from(view.buffer, view.byteOffset, view.byteLength);

const toArrayText = (values: readonly unknown[]): string =>
  `{${values.map(toElementText).join(',')}}`;

function toElementText(value: unknown): string {
  if (Array.isArray(value)) return toArrayText(value);
  const text = toParameter(value);
  if (text === null) return 'NULL';
  if (typeof text !== 'string') return String.raw`"\\x${text.toString('hex')}"`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
