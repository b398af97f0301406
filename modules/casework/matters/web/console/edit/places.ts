import type { z } from 'zod';

import type { Finding } from '../../../contract.ts';

/** Something to put right at a place: by a rule of catalogues, or because the place cannot stay so. */
export interface Remark {
  readonly place: string;
  readonly weight: Finding['weight'];
  readonly sentence: string;
}

/** The name of an entry of a list in a place: its key, else where it stands. */
export function partName(entry: unknown, index: number): string {
  const key =
    typeof entry === 'object' && entry !== null
      ? (entry as Readonly<Record<string, unknown>>)['key']
      : undefined;
  return typeof key === 'string' && key !== '' ? key : String(index);
}

/** The place of an issue of a schema, with keys for numbers: `items.new.papers.plan.name`. */
export function toPlace(content: unknown, path: z.core.$ZodIssue['path']): string {
  const names: string[] = [];
  let inside: unknown = content;
  for (const part of path) {
    const next: unknown =
      typeof inside === 'object' && inside !== null
        ? (inside as Readonly<Record<PropertyKey, unknown>>)[part]
        : undefined;
    names.push(typeof part === 'number' ? partName(next, part) : String(part));
    inside = next;
  }
  return names.join('.');
}

/** Remarks about a place itself or anything inside it. */
export function remarksIn(remarks: readonly Remark[], place: string): readonly Remark[] {
  return remarks.filter((one) => one.place === place || one.place.startsWith(`${place}.`));
}

export function remarksAt(remarks: readonly Remark[], place: string): readonly Remark[] {
  return remarks.filter((one) => one.place === place);
}
