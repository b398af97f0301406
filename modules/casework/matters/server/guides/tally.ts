import { type GuideSearch, type SearchGuidesQuery, themeName } from '../../contract.ts';
import { type Features, FIRM, PERSON } from './features.ts';

type Counts = GuideSearch['themes'];

/** Narrows guides and counts them by theme and by department while they pass. */
export interface Tally {
  /** Counts a guide that was found; whether it is of the theme and the department that were asked for. */
  take(number: number): boolean;
  /** What choosing each theme would give, and each department. */
  counts(): { readonly themes: Counts; readonly departments: Counts };
}

export function createTally(features: Features, query: SearchGuidesQuery): Tally {
  const isWanted = toFilter(features, query);
  const theme = numberOf(features.themeKeys, query.theme);
  const department = numberOf(features.departmentCodes, query.departmentCode);
  const byTheme = new Uint32Array(features.themeKeys.length);
  const byDepartment = new Uint32Array(features.departmentCodes.length);
  return {
    take: (number) => {
      if (!isWanted(number)) return false;
      const themes = features.themes[number] ?? [];
      const at = features.department[number] ?? 0;
      const isOfTheme = theme === undefined || themes.includes(theme);
      const isOfDepartment = department === undefined || at === department;
      if (isOfTheme) byDepartment[at] = (byDepartment[at] ?? 0) + 1;
      if (isOfDepartment) for (const one of themes) byTheme[one] = (byTheme[one] ?? 0) + 1;
      return isOfTheme && isOfDepartment;
    },
    counts: () => ({
      themes: toCounts(byTheme, features.themeKeys, themeName),
      departments: toCounts(byDepartment, features.departmentCodes, (_code, number) => ({
        zh: features.departmentNames[number] ?? '',
      })),
    }),
  };
}

/** The number of a key; -1 for one that no guide has, undefined when none is asked for. */
const numberOf = (keys: readonly string[], key: string | undefined): number | undefined =>
  key === undefined ? undefined : keys.indexOf(key);

/** Whether a guide is of the kind and for the audience that were asked for. */
function toFilter(features: Features, { kind, audience }: SearchGuidesQuery) {
  const bundle = kind === 'bundle' ? 1 : 0;
  const serves = audience === 'person' ? PERSON : FIRM;
  return (number: number): boolean =>
    (kind === undefined || features.isBundle[number] === bundle) &&
    (audience === undefined || ((features.serves[number] ?? 0) & serves) > 0);
}

function toCounts(
  counts: Uint32Array,
  keys: readonly string[],
  nameOf: (key: string, number: number) => Counts[number]['name'],
): Counts {
  return keys
    .map((key, number) => ({ key, name: nameOf(key, number), count: counts[number] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
