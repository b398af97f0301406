/**
 * One text for one value: keys in the order of their UTF-16 units, no spaces, numbers and strings as JSON writes them
 * (RFC 8785 for texts, whole numbers, booleans, nulls, lists and records). What is signed or hashed is this text.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(record)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .filter((key) => record[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${members.join(',')}}`;
}
