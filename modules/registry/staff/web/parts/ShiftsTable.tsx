import { RowTable, TimeText } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { OwnShift } from '../../contract.ts';
import { messages } from './messages.ts';
import { useNameOf } from './use-places.ts';

/** Shifts of one person, day by day. */
export function ShiftsTable({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly OwnShift[];
}) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const placeOf = (one: OwnShift) =>
    [
      nameOf({ nameZh: one.siteNameZh, nameEn: one.siteNameEn }),
      nameOf({ nameZh: one.zoneNameZh, nameEn: one.zoneNameEn }),
      one.windowNumber === null ? '' : t('windowNumber', { number: one.windowNumber }),
    ]
      .filter((part) => part !== '')
      .join(' ');
  return (
    <RowTable
      label={label}
      rows={items}
      rowKey={(one) => `${one.day} ${one.shift.code}`}
      columns={[
        { key: 'day', title: t('day'), render: (one) => <TimeText at={one.day} /> },
        {
          key: 'shift',
          title: t('shift'),
          render: (one) =>
            `${nameOf(one.shift)} ${t('hours', { from: one.shift.starts, to: one.shift.ends })}`,
        },
        { key: 'place', title: t('place'), render: placeOf },
      ]}
      empty={{ title: t('noShifts') }}
    />
  );
}
