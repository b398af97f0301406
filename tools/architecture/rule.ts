import type { VisitorObject } from 'vite';

import type { Project } from './project.ts';
import type { SourceFile } from './source.ts';

export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export interface Place {
  readonly path: string;
  readonly line?: number;
}

export type Report = (place: Place, what: string) => void;

/**
 * One thing that must hold. `reason` is printed with each finding: somebody who meets the rule for the
 * first time must not have to look it up. `visit` gives a visitor of one file's syntax tree, or nothing
 * when the rule is not about that file; `check` looks at the whole project.
 */
export interface Rule {
  readonly name: string;
  readonly reason: string;
  readonly visit?: (
    file: SourceFile,
    report: (node: { start: number }, what: string) => void,
    project: Project,
  ) => VisitorObject | undefined;
  readonly check?: (project: Project, report: Report) => void;
}
