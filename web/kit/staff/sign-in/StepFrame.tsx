import type { ReactNode } from 'react';

import { Notice, ProblemNotice } from '../../common/index.ts';

interface StepFrameProps {
  readonly title?: string;
  readonly hint?: ReactNode;
  readonly problem?: unknown;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** Heading, why it was refused, and the fields of one step. */
export function StepFrame({ title, hint, problem, note, children }: StepFrameProps) {
  return (
    <div className="ow-step">
      {title === undefined ? null : <h2>{title}</h2>}
      {hint === undefined ? null : <p className="ow-step-hint">{hint}</p>}
      <ProblemNotice problem={problem} />
      {note === undefined ? null : <Notice tone="warn" title={note} />}
      {children}
    </div>
  );
}
