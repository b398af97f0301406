import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export type Look = 'strong' | 'plain' | 'quiet';

export interface ActionProps {
  readonly children: ReactNode;
  readonly look?: Look;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress?: () => void;
  readonly submits?: boolean;
}

/** A button. */
export function Action({
  children,
  look = 'plain',
  isBusy = false,
  isDisabled = false,
  onPress,
  submits = false,
}: ActionProps) {
  const press = () => {
    if (!isBusy) onPress?.();
  };
  return submits ? (
    <button
      type="submit"
      className="ow-button"
      data-look={look}
      disabled={isDisabled}
      aria-busy={isBusy}
    >
      {children}
    </button>
  ) : (
    <button
      type="button"
      className="ow-button"
      data-look={look}
      disabled={isDisabled}
      aria-busy={isBusy}
      onClick={press}
    >
      {children}
    </button>
  );
}

export interface ActionLinkProps {
  readonly children: ReactNode;
  readonly look?: Look;
  /** A page of this surface. */
  readonly to?: string;
  readonly search?: Readonly<Record<string, unknown>>;
  /** Anywhere else on this site: another surface, a download, the identity service. */
  readonly href?: string;
}

/** A link that looks like a button. */
export function ActionLink({ children, look = 'plain', to, search, href }: ActionLinkProps) {
  if (to !== undefined) {
    return (
      <Link className="ow-button" data-look={look} to={to} search={search ?? {}}>
        {children}
      </Link>
    );
  }
  return (
    <a className="ow-button" data-look={look} href={href}>
      {children}
    </a>
  );
}
