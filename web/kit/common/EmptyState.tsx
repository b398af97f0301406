import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What can be done about it. */
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
}

/** Nothing here yet, and what to do. */
export function EmptyState({ title, hint, actions }: EmptyStateProps) {
  return (
    <div className="ow-empty">
      <svg
        viewBox="0 0 72 72"
        aria-hidden="true"
        focusable="false"
        fill="none"
        stroke="currentColor"
      >
        <rect x="14" y="10" width="44" height="52" rx="5" strokeWidth="2" />
        <path
          d="M24 24h24M24 34h24M24 44h13"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="1 6"
        />
      </svg>
      <p className="ow-empty-title">{title}</p>
      {hint === undefined ? null : <div className="ow-empty-hint">{hint}</div>}
      {actions === undefined ? null : <div className="ow-empty-actions">{actions}</div>}
    </div>
  );
}
