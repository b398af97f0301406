import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/**
 * 评价等级, the best first. Inside the software a grade has a name and never a number: the national code counts
 * from the best (GB/T 39734: 1 非常满意) and the interfaces of devices and platforms from the worst (5 非常满意).
 */
export const Grade = z.enum([
  'very-satisfied',
  'satisfied',
  'basically-satisfied',
  'dissatisfied',
  'very-dissatisfied',
]);
export type Grade = z.infer<typeof Grade>;

export const gradeWords: Readonly<Record<Grade, Words>> = {
  'very-satisfied': { 'zh-CN': '非常满意', en: 'Very satisfied' },
  satisfied: { 'zh-CN': '满意', en: 'Satisfied' },
  'basically-satisfied': { 'zh-CN': '基本满意', en: 'Fairly satisfied' },
  dissatisfied: { 'zh-CN': '不满意', en: 'Dissatisfied' },
  'very-dissatisfied': { 'zh-CN': '非常不满意', en: 'Very dissatisfied' },
};

/** 差评: 不满意 and 非常不满意. */
export const isBad = (grade: Grade): boolean =>
  grade === 'dissatisfied' || grade === 'very-dissatisfied';

/** 满意度 as the national standard writes it: a text, '1' is 非常满意. */
export const GbGrade = z.enum(['1', '2', '3', '4', '5']);
export type GbGrade = z.infer<typeof GbGrade>;

/** 满意度 as devices and exchange platforms send it: a number of stars, 5 is 非常满意. */
export const Stars = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
]);
export type Stars = z.infer<typeof Stars>;

const GB: Readonly<Record<Grade, GbGrade>> = {
  'very-satisfied': '1',
  satisfied: '2',
  'basically-satisfied': '3',
  dissatisfied: '4',
  'very-dissatisfied': '5',
};

const STARS: Readonly<Record<Grade, Stars>> = {
  'very-satisfied': 5,
  satisfied: 4,
  'basically-satisfied': 3,
  dissatisfied: 2,
  'very-dissatisfied': 1,
};

export const toGbGrade = (grade: Grade): GbGrade => GB[grade];
export const toStars = (grade: Grade): Stars => STARS[grade];

/** The grade of a national code; a number, which could only be stars, does not compile. */
export const fromGbGrade = (code: GbGrade): Grade => gradeWhere((grade) => GB[grade] === code);

export const fromStars = (stars: Stars): Grade => gradeWhere((grade) => STARS[grade] === stars);

function gradeWhere(fits: (grade: Grade) => boolean): Grade {
  const found = Grade.options.find(fits);
  if (found === undefined) throw new RangeError('Not a grade of five');
  return found;
}
