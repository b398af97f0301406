import { toYuanText } from '#kernel/money/fen.ts';

import type { RuleResult } from '../finding.ts';
import type { Printed } from '../reading/printed.ts';
import type { SourceLine } from '../reading/source.ts';
import type { RuleText } from './rule-list.ts';

/** One comparison of one rule. */
export interface Check {
  readonly rule: string;
  readonly left: string;
  readonly right: string;
  readonly holds: boolean;
  readonly place: string;
  readonly source: SourceLine | undefined;
  /** Falls within what rounding to printed decimals can do. */
  readonly isRounding: boolean;
}

export interface Where {
  readonly place: string;
  readonly source: SourceLine | undefined;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Collects the comparisons of all rules. */
export class Auditor {
  readonly checks: Check[] = [];
  readonly #absent = new Map<string, string>();

  /** Compares two sums of money; `slack` is what rounding to printed decimals may account for. */
  money(rule: string, left: bigint, right: bigint, where: Where, slack = 0n): void {
    this.#add(rule, [toYuanText(left), toYuanText(right)], left === right, {
      ...where,
      isRounding: abs(left - right) <= slack,
    });
  }

  atMost(rule: string, left: bigint, right: bigint, where: Where): void {
    this.#add(rule, [toYuanText(left), toYuanText(right)], left <= right, where);
  }

  count(rule: string, left: number, right: number, where: Where): void {
    this.#add(rule, [String(left), String(right)], left === right, where);
  }

  text(rule: string, left: string, right: string, holds: boolean, where: Where): void {
    this.#add(rule, [left, right], holds, where);
  }

  /** Why a rule has nothing to be checked on. */
  absent(rule: string, why: string): void {
    if (!this.#absent.has(rule)) this.#absent.set(rule, why);
  }

  toResult(text: RuleText): RuleResult {
    const own = this.checks.filter(({ rule }) => rule === text.id);
    const failed = own.filter(({ holds }) => !holds);
    const shown = failed[0] ?? own.at(-1);
    return {
      id: text.id,
      title: text.zh,
      titleEn: text.en,
      formula: text.formula,
      left: shown?.left ?? '',
      right: shown?.right ?? '',
      holds: own.length === 0 ? null : failed.length === 0,
      checked: own.length,
      failed: failed.length,
      why: own.length === 0 ? (this.#absent.get(text.id) ?? '文档中没有可核对的内容') : null,
    };
  }

  #add(
    rule: string,
    [left, right]: readonly [string, string],
    holds: boolean,
    { place, source, isRounding = false }: Where & { readonly isRounding?: boolean },
  ): void {
    this.checks.push({ rule, left, right, holds, place, source, isRounding: !holds && isRounding });
  }
}

export function sumPrinted(values: ReadonlyArray<Printed | undefined>): bigint {
  return values.reduce((sum, value) => sum + (value?.fen ?? 0n), 0n);
}

/** What rounding each of some printed amounts to its last place can add up to. */
export function slackOf(values: ReadonlyArray<Printed | undefined>): bigint {
  return values.reduce(
    (sum, value) => sum + (value === undefined || value.place === 1n ? 0n : value.place / 2n),
    0n,
  );
}
