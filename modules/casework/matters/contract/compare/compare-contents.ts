import type { Words } from '#kernel/problems/contract.ts';

import type { Difference } from '../edition.ts';
import { LABELS } from './labels.ts';

type Plain = Readonly<Record<string, unknown>>;

interface Place {
  readonly path: readonly string[];
  readonly labels: readonly Words[];
}

const START: Place = { path: [], labels: [] };

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What one edition says differently from another, place by place in the order of the edition. Parts that have
 * keys are compared by their key, so that one paper put in between is one difference; texts in two languages,
 * conditions and short lists are shown whole.
 */
export function compareContents(before: unknown, after: unknown): Difference[] {
  return compareAt(START, before, after);
}

function compareAt(place: Place, before: unknown, after: unknown): Difference[] {
  if (toComparable(before) === toComparable(after)) return [];
  if (isPlain(before) && isPlain(after) && !isShownWhole(before) && !isShownWhole(after))
    return compareMembers(place, before, after);
  if (isKeyed(before) && isKeyed(after)) return compareKeyed(place, before, after);
  return [toDifference(place, before, after)];
}

function compareMembers(place: Place, before: Plain, after: Plain): Difference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    compareAt(inside(place, name, LABELS[name]), before[name], after[name]),
  );
}

type Keyed = ReadonlyArray<Plain & { readonly key: string }>;

const isKeyed = (value: unknown): value is Keyed =>
  Array.isArray(value) && value.every((part) => isPlain(part) && typeof part['key'] === 'string');

function compareKeyed(place: Place, before: Keyed, after: Keyed): Difference[] {
  const old = new Map(before.map((part) => [part.key, part]));
  const now = new Map(after.map((part) => [part.key, part]));
  const keys = new Set([...now.keys(), ...old.keys()]);
  const found = [...keys].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    return compareAt(inside(place, key, nameOf(is ?? was)), was, is);
  });
  if (found.length > 0) return found;
  return [toDifference(place, orderOf(before), orderOf(after))];
}

const orderOf = (parts: Keyed) => parts.map((part) => nameOf(part)?.['zh-CN'] ?? part.key);

/** What a part with a key is called: by its name, title, label or text. */
function nameOf(part: Plain | undefined): Words | undefined {
  for (const member of ['name', 'title', 'label', 'text']) {
    const found = part?.[member];
    if (isText(found)) return { 'zh-CN': found.zh, en: found.en ?? found.zh };
  }
  return undefined;
}

const inside = (place: Place, name: string, label: Words | undefined): Place => ({
  path: [...place.path, name],
  labels: [...place.labels, label ?? { 'zh-CN': name, en: name }],
});

function toDifference(place: Place, before: unknown, after: unknown): Difference {
  const gone = after === undefined ? 'removed' : 'changed';
  const act = before === undefined ? 'added' : gone;
  return {
    path: place.path.join('.'),
    labels: [...place.labels],
    act,
    before: toWords(before),
    after: toWords(after),
  };
}

const isText = (value: unknown): value is { readonly zh: string; readonly en?: string } =>
  isPlain(value) && typeof value['zh'] === 'string';

const CONDITION_MEMBERS = ['all', 'any', 'not', 'chosen', 'filled', 'is', 'atLeast'];

/** Texts and conditions say nothing in parts. */
const isShownWhole = (value: Plain): boolean =>
  isText(value) || CONDITION_MEMBERS.some((member) => member in value);

/** A value as somebody reads it: a part with a name by its name, others as they are. */
function toWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (isText(value)) return value.en === undefined ? value.zh : `${value.zh} / ${value.en}`;
  if (Array.isArray(value)) return value.map(toWords).join('、');
  if (isPlain(value) && typeof value['key'] === 'string')
    return nameOf(value)?.['zh-CN'] ?? value['key'];
  if (isPlain(value) && !isShownWhole(value))
    return Object.entries(value)
      .map(([name, part]) => `${LABELS[name]?.['zh-CN'] ?? name}：${toWords(part)}`)
      .join('；');
  return JSON.stringify(value);
}

/** The same for the same content, whatever the order of its members. */
function toComparable(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    isPlain(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Whether two contents say the same. */
export function saysTheSame(before: unknown, after: unknown): boolean {
  return toComparable(before) === toComparable(after);
}
