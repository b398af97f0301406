import type { Text } from './shapes.ts';

/** The official Chinese and its English, written as `中文 | English`. */
export type Both = `${string} | ${string}`;

export function toText(both: Both): Text {
  return { zh: zhOf(both), en: enOf(both) };
}

export function zhOf(both: Both): string {
  return both.slice(0, both.indexOf(' | '));
}

export function enOf(both: Both): string {
  return both.slice(both.indexOf(' | ') + 3);
}

/** Without the properties that are undefined, so that absent stays absent. */
export function compact<Given extends object>(given: Given): Compact<Given> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Compact<Given>;
}

type Compact<Given> = {
  [Name in keyof Given as undefined extends Given[Name] ? never : Name]: Given[Name];
} & {
  [Name in keyof Given as undefined extends Given[Name] ? Name : never]?: Exclude<
    Given[Name],
    undefined
  >;
};
