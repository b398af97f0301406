import type { ReactNode } from 'react';

import { Shape, type Tone } from './Shape.tsx';

export interface NoticeProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once when it appears: for what went wrong. Otherwise when the reader pauses. */
  readonly isUrgent?: boolean;
}

/** A framed message in the page. */
export function Notice({ tone, title, children, actions, isUrgent = tone === 'bad' }: NoticeProps) {
  return (
    <div className="ow-notice" data-tone={tone} role={isUrgent ? 'alert' : 'status'}>
      <Shape tone={tone} />
      <div className="ow-notice-words">
        <p className="ow-notice-title">{title}</p>
        {children}
        {actions === undefined ? null : <div className="ow-notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
