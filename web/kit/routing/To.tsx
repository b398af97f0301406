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
  /** Current only on that very page, not on those below it: another link leads to one of those. */
  readonly isExact?: boolean;
}

/** A link to a page of the same surface; the page is fetched when the pointer comes near. */
export function To(props: ToProps) {
  const { to, search, children, className, label, onFollow, isExact = to === '/' } = props;
  return (
    <Link
      to={to}
      search={search ?? {}}
      activeOptions={{ exact: isExact, includeSearch: false }}
      {...(className === undefined ? {} : { className })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onFollow === undefined ? {} : { onClick: onFollow })}
    >
      {children}
    </Link>
  );
}
