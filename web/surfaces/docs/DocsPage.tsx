import { useDeferredValue, useEffect, useState } from 'react';

import { Mark } from '../../kit/brand/Mark.tsx';
import { DemonstrationBanner, EmptyState, ProblemNotice } from '../../kit/common/index.ts';
import { useTitle } from '../../kit/common/use-title.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useWords } from '../../kit/words.ts';
import { type Entry, type Interface, listEntries, searchEntries } from './interface.ts';
import { messages } from './messages.ts';
import { OperationView } from './OperationView.tsx';
import { useInterface, useOpenRoute } from './use-interface.ts';

/** The interface, readable and searchable. */
export function DocsPage() {
  const t = useWords(messages);
  const answer = useInterface();
  useTitle(t('title'));
  return (
    <div className="ow-docs">
      <DemonstrationBanner />
      <Header />
      {answer.error ? (
        <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />
      ) : null}
      {answer.data ? <Reader description={answer.data} /> : null}
    </div>
  );
}

function Header() {
  const t = useWords(messages);
  const { language, setLanguage } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className="ow-docs-head">
      <a href="#top">
        <Mark size={32} />
        <strong>{t('title')}</strong>
      </a>
      <nav>
        <a href="/api/openapi.json">{t('raw')}</a>
        <a href="/">{t('home')}</a>
        <button
          type="button"
          className="ow-button"
          data-look="quiet"
          lang={other}
          onClick={() => setLanguage(other)}
        >
          {t('language')}
        </button>
      </nav>
    </header>
  );
}

function Reader({ description }: { readonly description: Interface }) {
  const t = useWords(messages);
  const [entries] = useState(() => listEntries(description));
  const [text, setText] = useState(
    () => new URLSearchParams(globalThis.location.search).get('q') ?? '',
  );
  const wanted = useDeferredValue(text);
  const found = searchEntries(entries, wanted);
  const open = useOpenRoute();
  const entry = entries.find((one) => one.operation.operationId === open);
  useEffect(() => {
    const { pathname, hash } = globalThis.location;
    const query = wanted === '' ? '' : `?${new URLSearchParams({ q: wanted }).toString()}`;
    globalThis.history.replaceState(null, '', `${pathname}${query}${hash}`);
  }, [wanted]);
  return (
    <div className="ow-docs-body">
      <aside>
        <search>
          <input
            type="search"
            value={text}
            placeholder={t('search')}
            aria-label={t('search')}
            onChange={(event) => setText(event.target.value)}
          />
          <output>{t('found', { count: found.length })}</output>
        </search>
        <RouteList entries={found} open={open} />
      </aside>
      <main id="top" tabIndex={-1}>
        {entry ? (
          <OperationView entry={entry} />
        ) : (
          <Overview description={description} count={entries.length} />
        )}
      </main>
    </div>
  );
}

function RouteList({
  entries,
  open,
}: {
  readonly entries: readonly Entry[];
  readonly open: string;
}) {
  const t = useWords(messages);
  const groups = Object.entries(Object.groupBy(entries, (entry) => entry.module));
  if (groups.length === 0) return <EmptyState title={t('nothing')} hint={t('nothingHint')} />;
  return (
    <nav aria-label={t('list')}>
      {groups.map(([module, list = []]) => (
        <section key={module}>
          <h2>{module}</h2>
          <ul>
            {list.map(({ method, path, operation }) => (
              <li key={operation.operationId}>
                <a
                  href={`#${encodeURIComponent(operation.operationId)}`}
                  aria-current={operation.operationId === open ? 'page' : undefined}
                >
                  <span className="ow-method" data-method={method}>
                    {method}
                  </span>
                  <span>
                    {operation.summary}
                    <code>{path}</code>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Overview({
  description,
  count,
}: {
  readonly description: Interface;
  readonly count: number;
}) {
  const t = useWords(messages);
  return (
    <article className="ow-docs-overview">
      <h1>{t('title')}</h1>
      <p className="ow-sheet-lead">{t('lead')}</p>
      <p>{t('version', { version: description.info.version, count })}</p>
      <h2>{t('rules')}</h2>
      <ul>
        <li>{t('ruleAuth')}</li>
        <li>{t('ruleErrors')}</li>
        <li>{t('ruleKeys')}</li>
        <li>{t('rulePages')}</li>
      </ul>
    </article>
  );
}
