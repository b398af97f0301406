import { useCall } from '#web/client/index.ts';
import { formatDay, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OpeningDay, type PublicOpening, type PublicZone, routes } from '../../contract.ts';
import { OpeningText } from '../parts/OpeningText.tsx';
import { messages } from './messages.ts';
import { OpeningTag } from './OpeningTag.tsx';

/** This week of a site, the days ahead that differ, and its areas with hours of their own. */
export function SiteWeek({ code }: { readonly code: string }) {
  const answer = useCall(
    routes.getPublicOpening,
    { query: { siteCode: code } },
    { asksToSignIn: false },
  );
  return (
    <WithPublicAnswer answer={answer}>
      {(opening) => <Opening opening={opening} />}
    </WithPublicAnswer>
  );
}

function Opening({ opening }: { readonly opening: PublicOpening }) {
  const t = useWords(messages);
  const today = opening.site.today.day;
  return (
    <>
      <Zones zones={opening.zones} today={today} />
      <h3>{t('thisWeek')}</h3>
      <Days label={t('thisWeek')} days={opening.week} today={today} />
      {opening.exceptions.length === 0 ? null : (
        <>
          <h3>{t('exceptions')}</h3>
          <Days label={t('exceptions')} days={opening.exceptions} today={today} />
        </>
      )}
    </>
  );
}

function Zones({
  zones,
  today,
}: {
  readonly zones: readonly PublicZone[];
  readonly today: string;
}) {
  const t = useWords(messages);
  if (zones.length === 0) return null;
  return (
    <>
      <h3>{t('zones')}</h3>
      {zones.map((zone) => (
        <p key={zone.code}>
          {t('zoneName', {
            name: t.language === 'en' ? zone.nameEn : zone.nameZh,
            floor: zone.floor,
          })}{' '}
          <OpeningTag state={zone.now} today={today} />
        </p>
      ))}
    </>
  );
}

interface DaysProps {
  readonly label: string;
  readonly days: readonly OpeningDay[];
  readonly today: string;
}

function Days({ label, days, today }: DaysProps) {
  const t = useWords(messages);
  return (
    <table>
      <caption className="ow-only-read">{label}</caption>
      <tbody>
        {days.map((day) => (
          <tr key={day.day} {...(day.day === today ? { 'aria-current': 'date' as const } : {})}>
            <th scope="row">{formatDay(day.day, t.language, true)}</th>
            <td>
              {day.reason === null ? null : <strong>{day.reason[t.language]}</strong>}
              <OpeningText intervals={day.intervals} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
