/** One thing that must be true of a day, and where it was not. */
export interface Verdict {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** How many things were looked at: a check that looked at nothing has shown nothing. */
  readonly looked: number;
  readonly violations: readonly string[];
}

/** A check is a pure function of what was collected. */
export function verdict(
  name: string,
  words: { readonly zh: string; readonly en: string },
  looked: number,
  violations: readonly string[],
): Verdict {
  return { name, ...words, looked, violations };
}

/** The verdicts of several centres as one of each name. */
export function mergeVerdicts(all: ReadonlyArray<readonly Verdict[]>): Verdict[] {
  const [first = []] = all;
  return first.map((one) => {
    const same = all.flatMap((own) => own.filter(({ name }) => name === one.name));
    return {
      ...one,
      looked: same.reduce((sum, { looked }) => sum + looked, 0),
      violations: same.flatMap(({ violations }) => violations),
    };
  });
}

export const isKept = ({ violations }: Verdict): boolean => violations.length === 0;
