type Flat = Readonly<Record<string, unknown>>;

/** Reads `?state=open&kind=a&kind=b`: text stays text, a name that repeats becomes a list. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    if (before === undefined) found[name] = value;
    else found[name] = [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
}

/** Writes the same; what is empty is left out, so that an address says only what was chosen. */
export function stringifySearch(search: Flat): string {
  const pairs = Object.entries(search).flatMap(([name, value]): Array<[string, string]> => {
    if (value === undefined || value === null || value === '' || value === false) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((one) => [name, typeof one === 'string' ? one : JSON.stringify(one)]);
  });
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '' : `?${text}`;
}
