import { toYuanText } from '#kernel/money/fen.ts';

import type { Finding, Severity } from '../finding.ts';
import type { BudgetProfile } from '../profile.ts';
import type { ReadBook } from '../reading/read-book.ts';
import type { ReadProject } from '../reading/read-projects.ts';
import type { SourceLine } from '../reading/source.ts';
import type { TableLook } from '../rules/table-look.ts';

export interface RiskGiven {
  readonly book: ReadBook;
  readonly look: TableLook;
  readonly profile: BudgetProfile | undefined;
}

export interface Risk {
  readonly rule: string;
  readonly severity: Severity;
  readonly source: SourceLine | undefined;
  readonly place: string;
  readonly left?: string | bigint;
  readonly right?: string | bigint;
  readonly zh: string;
  readonly en: string;
  readonly mend: string;
  readonly mendEn: string;
  /** The words it is about, when the line is long. */
  readonly quote?: string;
}

const show = (value: string | bigint | undefined): string =>
  typeof value === 'bigint' ? toYuanText(value) : (value ?? '');

/** A risk as a finding. */
export function raise(risk: Risk): Finding {
  const { source } = risk;
  return {
    rule: risk.rule,
    severity: risk.severity,
    line: source?.number ?? 0,
    place: source?.place === undefined ? risk.place : `${source.place} · ${risk.place}`,
    quote: risk.quote ?? source?.text.trim() ?? '',
    left: show(risk.left),
    right: show(risk.right),
    message: risk.zh,
    messageEn: risk.en,
    mend: risk.mend,
    mendEn: risk.mendEn,
  };
}

export function ofProject(project: ReadProject, what: string): string {
  return `项目 ${project.name} · ${what}`;
}

export function linesOf(project: ReadProject, section: number): readonly SourceLine[] {
  return project.sections.get(section) ?? [];
}

export function allLinesOf(project: ReadProject): SourceLine[] {
  return [...project.sections.values()].flat();
}

export function findLine(
  lines: readonly SourceLine[],
  pattern: RegExp,
): { readonly source: SourceLine; readonly match: string } | undefined {
  for (const source of lines) {
    const match = pattern.exec(source.text)?.[0];
    if (match !== undefined) return { source, match };
  }
  return undefined;
}
