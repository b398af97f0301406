import { formatDay, useLanguage } from '#web/kit/staff/index.ts';

import type { OpeningDay } from '../../contract.ts';
import { OpeningText } from '../parts/OpeningText.tsx';

import './opening.css';

/** Days with their hours, and why one differs from its weekday. */
export function DaysTable({
  label,
  days,
}: {
  readonly label: string;
  readonly days: readonly OpeningDay[];
}) {
  const { language, say } = useLanguage();
  return (
    <table className="ow-days">
      <caption className="ow-only-read">{label}</caption>
      <tbody>
        {days.map((day) => (
          <tr key={day.day} data-closed={day.intervals.length === 0 ? 'yes' : 'no'}>
            <th scope="row">
              <time dateTime={day.day}>{formatDay(day.day, language, true)}</time>
            </th>
            <td>
              {day.reason === null ? null : <strong>{say(day.reason)}</strong>}
              <OpeningText intervals={day.intervals} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
