import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface ToProps {
  /** Path below the surface, places filled: `/organisation/sites/${id}`. */
  readonly to: string;
  readonly search?: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
  readonly onFollow?: () => void;
}

/** A link to a page of the same surface; the page is fetched when the pointer comes near. */
export function To({ to, search, children, className, label, onFollow }: ToProps) {
  return (
    <Link
      to={to}
      search={search ?? {}}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      {...(className === undefined ? {} : { className })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onFollow === undefined ? {} : { onClick: onFollow })}
    >
      {children}
    </Link>
  );
}
