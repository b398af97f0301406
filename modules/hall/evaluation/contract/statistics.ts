import { z } from 'zod';

import { Day } from '#kernel/http/shapes.ts';

import { Channel } from './channels.ts';
import { Grade } from './grades.ts';

/** A share with what it is made of; `value` is null when there is nothing to divide by, never 100 %. */
export const Rate = z.object({
  part: z.number().int(),
  whole: z.number().int(),
  value: z.number().nullable(),
});
export type Rate = z.infer<typeof Rate>;

export const GradeCounts = z.record(Grade, z.number().int());
export type GradeCounts = z.infer<typeof GradeCounts>;

/** The figures of handbook of ratings for any group of services, by stated formulas. */
export const RatingFigures = z.object({
  /** 应评: services that ended in the period. */
  due: z.number().int(),
  /** 主动评价 of counted ratings, first ones only. */
  active: z.number().int(),
  /** 系统默认, always apart. */
  defaults: z.number().int(),
  excluded: z.number().int(),
  suspect: z.number().int(),
  grades: GradeCounts,
  activeRate: Rate,
  ratedRate: Rate,
  goodRate: Rate,
  badRate: Rate,
  /** Mean of ten (stars × 2) over active ratings; null without one. */
  mean: z.number().nullable(),
  bad: z.number().int(),
  rectifiedRate: Rate,
  onTimeRate: Rate,
  /** 回访率 of named bad ratings. */
  calledBackRate: Rate,
});
export type RatingFigures = z.infer<typeof RatingFigures>;

export const GroupBy = z.enum([
  'department',
  'window',
  'person',
  'matter',
  'channel',
  'day',
  'month',
]);
export type GroupBy = z.infer<typeof GroupBy>;

export const FigureGroup = z.object({
  key: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  figures: RatingFigures,
});
export type FigureGroup = z.infer<typeof FigureGroup>;

export const FiguresQuery = z.object({
  from: Day,
  to: Day,
  by: GroupBy.default('department'),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;

export const OptionCount = z.object({
  code: z.string(),
  textZh: z.string(),
  textEn: z.string(),
  count: z.number().int(),
});

export const Figures = z.object({
  from: Day,
  to: Day,
  by: GroupBy,
  whole: RatingFigures,
  groups: z.array(FigureGroup),
  days: z.array(z.object({ day: Day, active: z.number().int(), bad: z.number().int() })),
  channels: z.array(z.object({ channel: Channel, count: z.number().int() })),
  options: z.array(OptionCount),
});
export type Figures = z.infer<typeof Figures>;

/** What everybody may read: the same figures, without people and without groups of a few. */
export const PublicFigures = z.object({
  month: z.string(),
  whole: RatingFigures,
  departments: z.array(FigureGroup),
  months: z.array(
    z.object({ month: z.string(), active: z.number().int(), goodRate: Rate, badRate: Rate }),
  ),
  options: z.array(OptionCount),
  least: z.number().int(),
});
export type PublicFigures = z.infer<typeof PublicFigures>;
