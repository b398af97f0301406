import { useId, useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { EmptyState, PublicPage, WithPublicAnswer } from '#web/kit/public/index.ts';
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
  const answer = useCall(
    routes.listPublicSites,
    {},
    { refreshMs: REFRESH_MS, asksToSignIn: false },
  );
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <search className="ow-where-search">
        <label htmlFor={id}>{t('search')}</label>
        <input
          id={id}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      <WithPublicAnswer answer={answer}>
        {({ items }) => <Sites sites={findSites(items, text)} />}
      </WithPublicAnswer>
    </PublicPage>
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
