import type { ReactNode, Ref } from 'react';

import { Section } from '#web/kit/staff/index.ts';

export interface StepProps {
  readonly title: string;
  /** The key that leads here. */
  readonly shortcut?: string;
  readonly hint?: string;
  readonly actions?: ReactNode;
  readonly placeRef?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** One step of a visit, with the key that leads to it. */
export function Step({ title, shortcut, hint, actions, placeRef, children }: StepProps) {
  return (
    <Section
      title={title}
      description={hint}
      actions={
        <>
          {actions}
          {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
        </>
      }
    >
      <div ref={placeRef} className="ow-intake-step">
        {children}
      </div>
    </Section>
  );
}
