import {
  routes,
  type OpeningDay,
  type PublicSite,
} from '#modules/registry/organisation/contract.ts';

import { useCall } from '../../client/index.ts';
import { formatNearDay } from '../../kit/format.ts';
import { Card, Facts, useLanguage, WithPublicAnswer } from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';
import { OpenTag, useOpenText } from './OpenNow.tsx';

/** The main hall: open or not, where it is, its week, days that differ, and areas with hours of their own. */
export function Hall({ site }: { readonly site: PublicSite }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const openText = useOpenText();
  const answer = useCall(routes.getPublicOpening, { query: { siteCode: site.code } });
  return (
    <>
      <section className="ow-today" data-open={site.now.isOpen ? 'yes' : 'no'}>
        <div>
          <h2>{language === 'zh-CN' ? site.nameZh : site.nameEn}</h2>
          <p className="ow-today-state">
            <OpenTag now={site.now} /> <strong>{openText(site.now)}</strong>
          </p>
        </div>
        <Facts
          facts={[
            { name: t('address'), value: site.address },
            {
              name: t('phone'),
              value: <a href={`tel:${site.phone}`}>{site.phone}</a>,
            },
          ]}
        />
      </section>
      <WithPublicAnswer answer={answer}>
        {(opening) => (
          <div className="ow-hours">
            <Card title={t('thisWeek')}>
              <Days days={opening.week} today={site.today.day} />
            </Card>
            <div>
              <Card title={t('exceptions')}>
                {opening.exceptions.length === 0 ? (
                  <p>{t('exceptionsNone')}</p>
                ) : (
                  <Days days={opening.exceptions.slice(0, 8)} today={site.today.day} />
                )}
              </Card>
              {opening.zones.length === 0 ? null : (
                <Card title={t('zones')}>
                  <Facts
                    facts={opening.zones.map((zone) => ({
                      name: `${language === 'zh-CN' ? zone.nameZh : zone.nameEn} · ${t('floor', { floor: zone.floor })}`,
                      value: zone.isAroundTheClock ? t('aroundTheClock') : openText(zone.now),
                    }))}
                  />
                </Card>
              )}
            </div>
          </div>
        )}
      </WithPublicAnswer>
    </>
  );
}

function Days({ days, today }: { readonly days: readonly OpeningDay[]; readonly today: string }) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  return (
    <ul className="ow-days">
      {days.map(({ day, intervals, reason }) => (
        <li key={day} aria-current={day === today ? 'date' : undefined}>
          <span>
            {formatNearDay(day, language)} {day === today ? <em>{t('today')}</em> : null}
          </span>
          <span>
            {intervals.length === 0
              ? t('dayOff')
              : intervals
                  .map(({ from, to }) => `${from}–${to}`)
                  .join(language === 'zh-CN' ? '，' : ', ')}
            {reason === null ? null : <small>{say(reason)}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
