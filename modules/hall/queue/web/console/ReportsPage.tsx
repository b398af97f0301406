import { Button, Select } from 'antd';
import { z } from 'zod';

import { addDays } from '#kernel/clock/day.ts';
import { download, useCall } from '#web/client/index.ts';
import {
  formatDay,
  formatList,
  Notice,
  Page,
  RowTable,
  To,
  useFilters,
  useLanguage,
  useTell,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type DayCheck, ReportBy, type ReportLine, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DayChoice } from '../parts/DayChoice.tsx';
import { SiteSelect } from '../parts/SiteSelect.tsx';
import { useSite } from '../parts/use-site.ts';
import { useToday } from '../parts/use-today.ts';

import './live.css';

/** All sites together, with the cases that nobody brought to any of them. */
const EVERYWHERE = 'all';

/** Differing tickets of a day that are named. */
const SHOWN = 20;

const Place = z.object({
  site: z.union([z.uuid(), z.literal(EVERYWHERE)]).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  by: ReportBy.optional(),
});

/** What days add up to, by day, hour, window, clerk, line or matter. */
export function ReportsPage() {
  const t = useWords(messages);
  const tell = useTell();
  const today = useToday();
  const [place, setPlace] = useFilters(Place);
  const { options, siteId: first } = useSite(place.site);
  const siteId = first === EVERYWHERE ? undefined : first;
  const by = place.by ?? 'day';
  const query = {
    from: place.from ?? addDays(today, -6),
    to: place.to ?? today,
    by,
    ...(siteId === undefined ? {} : { siteId }),
  };
  const answer = useCall(routes.showReport, { query }, { enabled: first !== undefined });
  return (
    <Page
      title={t('reports')}
      description={t('reportsHint')}
      actions={
        <Button
          onClick={() => {
            download(routes.exportReport, { query }).catch(tell.problem);
          }}
        >
          {t('exportXlsx')}
        </Button>
      }
    >
      <div className="ow-live-bar">
        <SiteSelect
          siteId={first}
          options={[{ value: EVERYWHERE, label: t('allSites') }, ...options]}
          onChange={(site) => setPlace({ site })}
        />
        <DayChoice label={t('from')} day={query.from} onChange={(from) => setPlace({ from })} />
        <DayChoice label={t('to')} day={query.to} onChange={(to) => setPlace({ to })} />
        <Select<ReportBy>
          aria-label={t('groupBy')}
          value={by}
          style={{ minWidth: '9rem' }}
          options={ReportBy.options.map((value) => ({ value, label: t(`by_${value}`) }))}
          onChange={(value) => setPlace({ by: value })}
        />
      </div>
      <WithAnswer answer={answer}>
        {(report) => (
          <>
            {report.differences.map((check) => (
              <Differences key={check.day} check={check} />
            ))}
            <Lines by={by} rows={report.items} total={report.total} />
          </>
        )}
      </WithAnswer>
    </Page>
  );
}

/** A day whose recount found tickets that differ from their record; each leads to its visit. */
function Differences({ check }: { readonly check: DayCheck }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { day, visits, differing } = check;
  const title = t('differs', {
    day: formatDay(day, language, true),
    count: differing.length,
    visits,
  });
  return (
    <Notice tone="bad" title={title}>
      <p>{t('differsHint')}</p>
      <ul>
        {differing.slice(0, SHOWN).map((one) => (
          <li key={one.ticketId}>
            <To to={`/tickets/${one.ticketId}`}>{one.number}</To>
            {' · '}
            {formatList(
              one.in.map((what) => t(`differsIn_${what}`)),
              language,
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface LinesProps {
  readonly by: ReportBy;
  readonly rows: readonly ReportLine[];
  readonly total: ReportLine;
}

const TOTAL = 'total';

function Lines({ by, rows, total }: LinesProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const nameOf = (row: ReportLine) => {
    if (row.key === TOTAL) return t('total');
    const name = language === 'en' ? row.nameEn : row.nameZh;
    if (name === '') return t('nameless');
    if (by === 'day') return formatDay(name, language, true);
    return by === 'window' && /^\d+$/.test(name) ? t('windowNo', { number: name }) : name;
  };
  const all = rows.length === 0 ? [] : [...rows, { ...total, key: TOTAL }];
  const minutes = (seconds: number | null) =>
    seconds === null ? '—' : (Math.round(seconds / 6) / 10).toFixed(1);
  const count = (cases: number | null) => cases ?? '—';
  const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(1)}%`);
  const figure = (key: string, title: string, render: (row: ReportLine) => string | number) => ({
    key,
    title,
    align: 'end' as const,
    render,
  });
  return (
    <RowTable
      label={t('reports')}
      rows={all}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'item',
          title: t('item'),
          render: (row) => (
            <span className={by === 'day' ? 'ow-one-line' : undefined}>{nameOf(row)}</span>
          ),
        },
        figure('issued', t('issuedCount'), (row) => row.issued),
        figure('served', t('servedCount'), (row) => row.served),
        figure('abandon', t('abandonRate'), (row) => percent(row.abandonRate)),
        figure('wait', t('meanWait'), (row) => minutes(row.meanWaitSeconds)),
        figure('p90', t('p90Wait'), (row) => minutes(row.p90WaitSeconds)),
        figure('serve', t('meanServe'), (row) => minutes(row.meanServeSeconds)),
        figure('within', t('within'), (row) => percent(row.withinTarget)),
        figure('utilisation', t('utilisation'), (row) => percent(row.utilisation)),
        figure('received', t('casesReceived'), (row) => count(row.casesReceived)),
        figure('accepted', t('casesAccepted'), (row) => count(row.casesAccepted)),
        figure('decided', t('casesDecided'), (row) => count(row.casesDecided)),
        figure('inTime', t('casesInTime'), (row) => percent(row.casesInTime)),
      ]}
      empty={{ title: t('noReport'), hint: t('noReportHint') }}
    />
  );
}
