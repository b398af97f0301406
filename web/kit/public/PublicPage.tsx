import { type ReactNode, useEffect, useRef } from 'react';

import { useTitle } from '../common/use-title.ts';
import { To } from '../routing/index.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';

export interface PublicPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly crumbs?: ReadonlyArray<{ readonly title: string; readonly to: string }>;
  readonly actions?: ReactNode;
  readonly state?: ReactNode;
  readonly children?: ReactNode;
}

/** A page that visitors read: its name, a lead, and its content. */
export function PublicPage({
  title,
  lead,
  crumbs = none,
  actions,
  state,
  children,
}: PublicPageProps) {
  const t = useWords(messages);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    if (globalThis.history.state !== null && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="ow-sheet">
      {crumbs.length === 0 ? null : (
        <nav className="ow-sheet-crumbs ow-no-print" aria-label={t('breadcrumbs')}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <To to={crumb.to}>{crumb.title}</To>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <header className="ow-sheet-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {state}
        {lead === undefined ? null : <p className="ow-sheet-lead">{lead}</p>}
        {actions === undefined ? null : (
          <div className="ow-sheet-actions ow-no-print">{actions}</div>
        )}
      </header>
      {children}
    </article>
  );
}

const none: NonNullable<PublicPageProps['crumbs']> = [];

export interface CardProps {
  readonly title?: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A white card with a heading of its own. */
export function Card({ title, hint, actions, children }: CardProps) {
  return (
    <section className="ow-card">
      {title === undefined ? null : <h2>{title}</h2>}
      {hint === undefined ? null : <p className="ow-card-hint">{hint}</p>}
      {children}
      {actions === undefined ? null : <div className="ow-sheet-actions">{actions}</div>}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values, one under the other on a phone. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="ow-facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
