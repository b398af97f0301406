import { useId, useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { EmptyState, ProblemNotice } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type PublicSite, routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { SiteCard } from './SiteCard.tsx';

import './where.css';

const REFRESH_MS = 60_000;

/** Where people can go, and whether it is open now. Needs no sign-in. */
export function WherePage() {
  const t = useWords(messages);
  const id = useId();
  const [text, setText] = useState('');
  const { data, error, refetch } = useCall(
    routes.listPublicSites,
    {},
    { refreshMs: REFRESH_MS, asksToSignIn: false },
  );
  return (
    <div className="ow-where">
      <header>
        <h1>{t('title')}</h1>
        <p className="ow-where-lead">{t('lead')}</p>
      </header>
      <search className="ow-where-search">
        <label htmlFor={id}>{t('search')}</label>
        <input
          id={id}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {data === undefined ? null : <Sites sites={findSites(data.items, text)} />}
    </div>
  );
}

/** Sites in whose names, address or telephone every word of the text stands. */
function findSites(sites: readonly PublicSite[], text: string): readonly PublicSite[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return sites.filter((site) => {
    const all = [site.nameZh, site.nameEn, site.address, site.phone].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

function Sites({ sites }: { readonly sites: readonly PublicSite[] }) {
  const t = useWords(messages);
  return (
    <>
      <output>{t('found', { count: sites.length })}</output>
      {sites.length === 0 ? <EmptyState title={t('nothing')} hint={t('nothingHint')} /> : null}
      <ul className="ow-where-list">
        {sites.map((site) => (
          <li key={site.code} className="ow-where-site" data-kind={site.kind}>
            <SiteCard site={site} />
          </li>
        ))}
      </ul>
    </>
  );
}
