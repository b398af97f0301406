import { useCall } from '#web/client/index.ts';
import { RowTable, Section, TimeText, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type Stationing } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { ShiftsTable } from '../parts/ShiftsTable.tsx';
import { LeaveTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { messages } from './messages.ts';

interface OfPerson {
  readonly personId: string;
}

/** The windows of somebody, now and before. */
export function StationingSection({ personId }: OfPerson) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const answer = useCall(routes.listStationing, { query: { personId } });
  const partOf = (one: Stationing) => (one.a.id === personId ? 'a' : 'b');
  return (
    <Section title={t('stationing')}>
      <WithAnswer answer={answer} lines={2}>
        {({ items }) => (
          <RowTable
            label={t('stationing')}
            rows={items}
            rowKey={(one) => one.id}
            columns={[
              {
                key: 'window',
                title: w('window'),
                render: (one) => w('windowNumber', { number: one.windowNumber }),
              },
              { key: 'part', title: t('part'), render: (one) => w(`part.${partOf(one)}`) },
              {
                key: 'partner',
                title: t('partner'),
                render: (one) => nameOf(one.a.id === personId ? one.b : one.a),
              },
              { key: 'from', title: w('from'), render: (one) => <TimeText at={one.validFrom} /> },
              {
                key: 'to',
                title: w('to'),
                render: (one) =>
                  one.validTo === null ? w('openEnded') : <TimeText at={one.validTo} />,
              },
            ]}
            empty={{ title: t('noStationing') }}
          />
        )}
      </WithAnswer>
    </Section>
  );
}

/** The shifts of this week and the next. */
export function RosterSection({ personId }: OfPerson) {
  const t = useWords(messages);
  const answer = useCall(routes.getPersonRoster, { params: { id: personId } });
  return (
    <Section title={t('roster')}>
      <WithAnswer answer={answer} lines={3}>
        {({ items }) => <ShiftsTable label={t('roster')} items={items} />}
      </WithAnswer>
    </Section>
  );
}

/** Leave, for whoever decides on it. */
export function LeaveSection({ personId }: OfPerson) {
  const t = useWords(messages);
  const w = useWords(words);
  const answer = useCall(routes.listLeave, { query: { personId, limit: 50 } });
  return (
    <Section title={t('leave')}>
      <WithAnswer answer={answer} lines={2}>
        {({ items }) => (
          <RowTable
            label={t('leave')}
            rows={items}
            rowKey={(one) => one.id}
            columns={[
              { key: 'kind', title: t('kind'), render: (one) => w(`leave.${one.kind}`) },
              { key: 'from', title: w('from'), render: (one) => <TimeText at={one.startsOn} /> },
              { key: 'to', title: w('to'), render: (one) => <TimeText at={one.endsOn} /> },
              {
                key: 'status',
                title: t('state'),
                render: (one) => <LeaveTag status={one.status} />,
              },
              { key: 'by', title: t('decidedBy'), render: (one) => one.decidedByName },
            ]}
            empty={{ title: t('noLeave') }}
          />
        )}
      </WithAnswer>
    </Section>
  );
}
