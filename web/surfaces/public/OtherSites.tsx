import type { PublicSite } from '#modules/registry/organisation/contract.ts';

import { Card, formatDay, StatusTag, useLanguage } from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';
import { OpenTag, useOpenText } from './OpenNow.tsx';

/** Towns, parks and far terminals. A place that is closed for good still says so, with its reason. */
export function OtherSites({ sites }: { readonly sites: readonly PublicSite[] }) {
  const t = useWords(messages);
  if (sites.length === 0) return null;
  return (
    <Card title={t('others')} hint={t('othersHint')}>
      <ul className="ow-places">
        {sites.map((site) => (
          <Place key={site.code} site={site} />
        ))}
      </ul>
    </Card>
  );
}

function Place({ site }: { readonly site: PublicSite }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const openText = useOpenText();
  return (
    <li>
      <strong>{language === 'zh-CN' ? site.nameZh : site.nameEn}</strong>
      {site.closedOn === null ? (
        <p className="ow-place-state">
          <OpenTag now={site.now} /> {openText(site.now)}
        </p>
      ) : (
        <p className="ow-place-state">
          <StatusTag tone="warn">{t('closedFor')}</StatusTag>{' '}
          {t('closedSince', { day: formatDay(site.closedOn, language), reason: site.closedReason })}
        </p>
      )}
      <p>{site.address}</p>
    </li>
  );
}
