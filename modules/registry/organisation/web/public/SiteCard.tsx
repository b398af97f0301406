import { useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import type { PublicSite } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { OpeningText } from '../parts/OpeningText.tsx';
import { messages } from './messages.ts';
import { OpeningTag } from './OpeningTag.tsx';
import { SiteWeek } from './SiteWeek.tsx';

/** A site: its name, whether it is open, today's hours, where it is and how to call it. */
export function SiteCard({ site }: { readonly site: PublicSite }) {
  const t = useWords(messages);
  const w = useWords(words);
  const [isUnfolded, setUnfolded] = useState(site.kind === 'district-hall');
  const name = t.language === 'en' ? site.nameEn : site.nameZh;
  const reason = site.today.reason?.[t.language];
  return (
    <>
      <h2>
        {name} <small>{w(`site.${site.kind}`)}</small>
      </h2>
      <OpeningTag state={site.now} today={site.today.day} />
      <dl className="ow-where-facts">
        <dt>{t('today')}</dt>
        <dd>
          <OpeningText intervals={site.today.intervals} />
          {reason === undefined ? null : <> · {reason}</>}
        </dd>
        <dt>{t('address')}</dt>
        <dd>{site.address}</dd>
        <dt>{t('phone')}</dt>
        <dd>
          <a href={`tel:${site.phone}`} aria-label={t('call', { name, phone: site.phone })}>
            {site.phone}
          </a>
        </dd>
      </dl>
      <details
        className="ow-where-more"
        open={isUnfolded}
        onToggle={(event) => setUnfolded(event.currentTarget.open)}
      >
        <summary>{t('week')}</summary>
        {isUnfolded ? <SiteWeek code={site.code} /> : null}
      </details>
    </>
  );
}
