/** The list with one entry at another place; the same list when there is no such place. */
export function moveEntry<T>(entries: readonly T[], from: number, to: number): readonly T[] {
  const entry = entries[from];
  if (entry === undefined || to < 0 || to >= entries.length) return entries;
  const rest = entries.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}
