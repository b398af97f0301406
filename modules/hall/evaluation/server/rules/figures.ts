import { Grade, type Rate, type RatingFigures, toStars } from '../../contract.ts';

/** What was counted of a group of services. */
export interface Counts {
  readonly due: number;
  readonly grades: Readonly<Record<Grade, number>>;
  readonly defaults: number;
  readonly excluded: number;
  readonly suspect: number;
  /** Bad ratings whose loop was opened, and of them those taken out by a review. */
  readonly bad: number;
  readonly badExcluded: number;
  readonly rectified: number;
  readonly rectifiedOnTime: number;
  readonly namedBad: number;
  readonly calledBack: number;
}

export const noCounts: Counts = {
  due: 0,
  grades: {
    'very-satisfied': 0,
    satisfied: 0,
    'basically-satisfied': 0,
    dissatisfied: 0,
    'very-dissatisfied': 0,
  },
  defaults: 0,
  excluded: 0,
  suspect: 0,
  bad: 0,
  badExcluded: 0,
  rectified: 0,
  rectifiedOnTime: 0,
  namedBad: 0,
  calledBack: 0,
};

/** A share to four digits; null when there is nothing to divide by. */
export function toRate(part: number, whole: number): Rate {
  return { part, whole, value: whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000 };
}

/**
 * 主动评价率 = active / due; 评价率 = (active + defaults) / due; 好评率 = upper three grades / active; 差评率 = the rest;
 * 平均分 = stars × 2; 差评整改率 = rectified / (bad − excluded); 按期整改率 = on time / rectified; 回访率 = called back / named.
 * Defaults are never active, excluded ratings are in no rate.
 */
export function toFigures(counts: Counts): RatingFigures {
  const { due, grades, defaults } = counts;
  const active = Grade.options.reduce((sum, grade) => sum + grades[grade], 0);
  const bad = grades.dissatisfied + grades['very-dissatisfied'];
  const stars = Grade.options.reduce((sum, grade) => sum + grades[grade] * toStars(grade), 0);
  return {
    due,
    active,
    defaults,
    excluded: counts.excluded,
    suspect: counts.suspect,
    grades: { ...grades },
    activeRate: toRate(active, due),
    ratedRate: toRate(active + defaults, due),
    goodRate: toRate(active - bad, active),
    badRate: toRate(bad, active),
    mean: active === 0 ? null : Math.round((stars / active) * 200) / 100,
    bad,
    rectifiedRate: toRate(counts.rectified, counts.bad - counts.badExcluded),
    onTimeRate: toRate(counts.rectifiedOnTime, counts.rectified),
    calledBackRate: toRate(counts.calledBack, counts.namedBad),
  };
}

/** The counts of several groups as one. */
export function addCounts(one: Counts, other: Counts): Counts {
  const sum = (key: Exclude<keyof Counts, 'grades'>) => one[key] + other[key];
  return {
    due: sum('due'),
    grades: Object.fromEntries(
      Grade.options.map((grade) => [grade, one.grades[grade] + other.grades[grade]]),
    ) as Record<Grade, number>,
    defaults: sum('defaults'),
    excluded: sum('excluded'),
    suspect: sum('suspect'),
    bad: sum('bad'),
    badExcluded: sum('badExcluded'),
    rectified: sum('rectified'),
    rectifiedOnTime: sum('rectifiedOnTime'),
    namedBad: sum('namedBad'),
    calledBack: sum('calledBack'),
  };
}
