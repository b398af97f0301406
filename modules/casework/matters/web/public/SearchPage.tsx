import { useId, useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  Action,
  EmptyState,
  PublicPage,
  useFilters,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type GuideSearch, routes } from '../../contract.ts';
import { GuideCard } from './GuideCard.tsx';
import { messages } from './messages.ts';
import { Narrowing } from './Narrowing.tsx';
import { SearchAddress } from './search-address.ts';

import './guide.css';

const A_PAGE = 20;

/** Find a matter: by words, by who one is, by theme and by department. All of it stands in the address. */
export function SearchPage() {
  const t = useWords(messages);
  const [{ page = 1, ...filters }, set] = useFilters(SearchAddress);
  const answer = useCall(
    routes.searchGuides,
    { query: { ...filters, limit: A_PAGE, offset: (page - 1) * A_PAGE } },
    { asksToSignIn: false, keepsFormer: true },
  );
  const change = (part: Partial<SearchAddress>) => set({ page: undefined, ...part });
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <SearchBox
        key={filters.search ?? ''}
        text={filters.search ?? ''}
        onSearch={(search) => set({ page: undefined, search }, true)}
      />
      <WithPublicAnswer answer={answer}>
        {(found) => (
          <div className="ow-guides">
            <Narrowing filters={filters} found={found} onChange={change} />
            <Found found={found} page={page} onPage={(next) => set({ page: next }, true)} />
          </div>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}

interface SearchBoxProps {
  readonly text: string;
  readonly onSearch: (text: string | undefined) => void;
}

function SearchBox({ text, onSearch }: SearchBoxProps) {
  const t = useWords(messages);
  const id = useId();
  const [typed, setTyped] = useState(text);
  return (
    <search className="ow-guides-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim() === '' ? undefined : typed.trim());
        }}
      >
        <label htmlFor={id}>{t('search')}</label>
        <div>
          <input
            id={id}
            type="search"
            value={typed}
            maxLength={100}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Action look="strong" submits>
            {t('find')}
          </Action>
        </div>
        <p id={`${id}-hint`}>{t('searchHint')}</p>
      </form>
    </search>
  );
}

interface FoundProps {
  readonly found: GuideSearch;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Found({ found, page, onPage }: FoundProps) {
  const t = useWords(messages);
  const pages = Math.ceil(found.total / A_PAGE);
  return (
    <div className="ow-guides-found">
      <output>{t('found', { count: found.total })}</output>
      {found.items.length === 0 ? <EmptyState title={t('none')} hint={t('noneHint')} /> : null}
      <ul>
        {found.items.map((guide) => (
          <li key={guide.matterId}>
            <GuideCard guide={guide} />
          </li>
        ))}
      </ul>
      {pages <= 1 ? null : (
        <nav className="ow-sheet-actions" aria-label={t('pages')}>
          <Action isDisabled={page <= 1} onPress={() => onPage(page - 1)}>
            {t('previous')}
          </Action>
          <span className="ow-guides-page">{t('page', { page, pages })}</span>
          <Action isDisabled={page >= pages} onPress={() => onPage(page + 1)}>
            {t('next')}
          </Action>
        </nav>
      )}
    </div>
  );
}
