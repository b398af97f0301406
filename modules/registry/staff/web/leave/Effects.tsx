import { Notice, RowTable, TimeText } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { LeaveEffects } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { StandingTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { messages } from './messages.ts';

/** What a leave means: who covers which window on which day, how many shifts it meets. */
export function Effects({ effects }: { readonly effects: LeaveEffects }) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const uncovered = effects.windows.filter((one) => one.standing === 'uncovered').length;
  if (effects.windows.length === 0 && effects.shifts.length === 0) return <p>{t('noEffects')}</p>;
  return (
    <>
      {uncovered === 0 ? null : <Notice tone="bad" title={t('uncovered', { count: uncovered })} />}
      {effects.shifts.length === 0 ? null : (
        <p>{t('meetsShifts', { count: effects.shifts.length })}</p>
      )}
      {effects.windows.length === 0 ? null : (
        <RowTable
          label={t('effects')}
          rows={effects.windows}
          rowKey={(one) => `${one.day} ${one.windowId}`}
          columns={[
            { key: 'day', title: w('day'), render: (one) => <TimeText at={one.day} /> },
            {
              key: 'window',
              title: w('window'),
              render: (one) => w('windowNumber', { number: one.windowNumber }),
            },
            {
              key: 'standing',
              title: t('status'),
              render: (one) => <StandingTag standing={one.standing} />,
            },
            {
              key: 'by',
              title: w('person'),
              render: (one) =>
                one.coveredBy === null ? '' : t('coveredBy', { name: nameOf(one.coveredBy) }),
            },
          ]}
        />
      )}
    </>
  );
}
