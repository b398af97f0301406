import { type ReactNode, useEffect, useRef } from 'react';

import { useTitle } from '../common/use-title.ts';
import { useLanguage } from '../language.tsx';
import { navigationGroups } from '../pages.ts';
import { To, useOpenPage } from '../routing/index.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';

export interface Crumb {
  readonly title: string;
  readonly to: string;
}

export interface PageProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons at the right of the title; the most important one last. */
  readonly actions?: ReactNode;
  /** The pages above this one, the highest first; the group of the navigation goes before by itself. */
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: a StatusTag. */
  readonly state?: ReactNode;
  /** Uses the whole width; forms and texts read better without. */
  readonly isWide?: boolean;
  readonly children?: ReactNode;
}

/** A page of a staff surface: where one is, what it is called, what can be done, and its content. */
export function Page(props: PageProps) {
  const { title, description, actions, crumbs = [], state, isWide = true, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    // A reader of the page hears its name after going there; the first page after loading keeps the browser's focus.
    if (globalThis.history.state !== null && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="ow-page" data-wide={isWide ? 'yes' : 'no'}>
      <header className="ow-page-head">
        <div className="ow-page-words">
          <Crumbs crumbs={crumbs} />
          <div className="ow-page-title">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {state}
          </div>
          {description === undefined ? null : (
            <div className="ow-page-description">{description}</div>
          )}
        </div>
        {actions === undefined ? null : (
          <div className="ow-page-actions ow-no-print">{actions}</div>
        )}
      </header>
      {children}
    </article>
  );
}

function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const group = useOpenPage()?.group;
  if (crumbs.length === 0 && group === undefined) return null;
  return (
    <nav className="ow-crumbs ow-no-print" aria-label={t('breadcrumbs')}>
      <ol>
        {group === undefined ? null : <li>{say(navigationGroups[group])}</li>}
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <To to={crumb.to}>{crumb.title}</To>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface SectionProps {
  readonly title?: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A white card of a page with a heading of its own. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <section className="ow-section">
      {title === undefined ? null : (
        <header className="ow-section-head">
          <div>
            <h2>{title}</h2>
            {description === undefined ? null : (
              <div className="ow-page-description">{description}</div>
            )}
          </div>
          {actions === undefined ? null : (
            <div className="ow-page-actions ow-no-print">{actions}</div>
          )}
        </header>
      )}
      {children}
    </section>
  );
}
