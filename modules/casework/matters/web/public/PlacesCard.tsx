import { routes, type PublicSite } from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';
import { Card, StatusTag, To, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { MatterContent, Text } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

export interface PlacesCardProps {
  readonly places: MatterContent['places'];
  readonly openingNote?: Text | undefined;
}

const FEW = 2;

/** Where it is handled, whether it is open now, and today's hours. */
export function PlacesCard({ places, openingNote }: PlacesCardProps) {
  const t = useWords(messages);
  const say = useText();
  const answer = useCall(routes.listPublicSites, {}, { asksToSignIn: false });
  if (places.length === 0) return null;
  return (
    <Card title={t('where')}>
      <WithPublicAnswer answer={answer}>
        {({ items }) => {
          const known = places.flatMap((place) => {
            const site = items.find(({ code }) => code === place.siteCode);
            return site === undefined ? [] : [{ site, where: place.where }];
          });
          return (
            <>
              {known.slice(0, FEW).map((place) => (
                <Place key={place.site.code} {...place} />
              ))}
              {known.length <= FEW ? null : (
                <details className="ow-papers-more">
                  <summary>{t('sites', { count: known.length - FEW })}</summary>
                  {known.slice(FEW).map((place) => (
                    <Place key={place.site.code} {...place} />
                  ))}
                </details>
              )}
            </>
          );
        }}
      </WithPublicAnswer>
      {openingNote === undefined ? null : <p>{say(openingNote)}</p>}
      <p className="ow-no-print">
        <To to="/where">{t('openingMore')}</To>
      </p>
    </Card>
  );
}

function Place({ site, where }: { readonly site: PublicSite; readonly where?: Text | undefined }) {
  const t = useWords(messages);
  const say = useText();
  const hours = site.today.intervals.map(({ from, to }) => `${from}–${to}`).join(t('separator'));
  return (
    <div className="ow-guide-place">
      <h3>{t.language === 'en' ? site.nameEn : site.nameZh}</h3>
      {where === undefined ? null : <p>{say(where)}</p>}
      <p>{site.address}</p>
      <p className="ow-guides-facts">
        <StatusTag tone={site.now.isOpen ? 'good' : 'idle'}>
          {t(site.now.isOpen ? 'openNow' : 'closedNow')}
        </StatusTag>
        <span>{hours === '' ? t('todayClosed') : t('today', { hours })}</span>
        <a href={`tel:${site.phone}`}>{site.phone}</a>
      </p>
    </div>
  );
}
