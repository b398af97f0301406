import { useEffect, useRef } from 'react';

/** The ids of a value, and how they change; several uploads that end at once are all kept. */
export function useFileIds(value: unknown, onChange: (value: unknown) => void) {
  const ids = toIds(value);
  const latest = useRef(ids);
  useEffect(() => {
    latest.current = ids;
  });
  const set = (next: readonly string[]) => {
    latest.current = next;
    onChange(next.length === 0 ? undefined : next);
  };
  return {
    ids,
    add: (added: readonly string[]) => set([...new Set([...latest.current, ...added])]),
    remove: (id: string) => set(latest.current.filter((one) => one !== id)),
  };
}

export function toIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
