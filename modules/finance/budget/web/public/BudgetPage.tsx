import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  formatDay,
  formatInstant,
  PublicPage,
  StatusTag,
  To,
  useFilters,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Publication, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { BudgetAddress } from './address.ts';
import { Bars } from './Bars.tsx';
import { BookText } from './BookText.tsx';
import { type Share, showYuan, sumOf, toShares } from './shares.ts';
import { type AskedFigure, SourcePanel } from './SourcePanel.tsx';

import './budget.css';

/** The published budget: charts, the whole book, and the source of each figure. */
export function BudgetPage() {
  const t = useWords(messages);
  const [{ year }] = useFilters(BudgetAddress);
  const answer = useCall(
    routes.getPublication,
    { query: year === undefined ? {} : { year } },
    { asksToSignIn: false },
  );
  const { data } = answer;
  const lead =
    data === undefined
      ? undefined
      : t('lead', {
          unit: data.book.unit,
          year: String(data.year),
          total: showYuan(sumOf(data.lines)),
        });
  return (
    <PublicPage title={data?.book.title ?? t('budget')} lead={lead}>
      <WithPublicAnswer answer={answer}>
        {(publication) => <Shown key={publication.id} publication={publication} />}
      </WithPublicAnswer>
    </PublicPage>
  );
}

function Shown({ publication }: { readonly publication: Publication }) {
  const t = useWords(messages);
  const [asked, setAsked] = useState<AskedFigure>();
  return (
    <>
      <Downloads publication={publication} />
      <Charts publication={publication} onAsk={setAsked} />
      <h2>{t('book')}</h2>
      <BookText paragraphs={publication.book.paragraphs} onAsk={setAsked} />
      <Proof publication={publication} />
      {asked === undefined ? null : (
        <SourcePanel asked={asked} publication={publication} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

const FORMATS = [
  ['pdf', 'asPdf'],
  ['xlsx', 'asXlsx'],
  ['csv', 'asCsv'],
  ['json', 'asJson'],
  ['txt', 'asTxt'],
] as const;

function Downloads({ publication: { year, years } }: { readonly publication: Publication }) {
  const t = useWords(messages);
  return (
    <nav className="ow-budget-downloads ow-no-print" aria-label={t('downloads')}>
      <ul>
        {FORMATS.map(([format, name]) => (
          <li key={format}>
            <a href={`/api/v1/public/budget/${year}/${format}`} download>
              {t(name)}
            </a>
          </li>
        ))}
        <li>
          <To to={`/budget/targets?year=${year}`}>{t('targets')}</To>
        </li>
      </ul>
      {years.length < 2 ? null : (
        <ul aria-label={t('years')}>
          {years.map((one) => (
            <li key={one}>
              <a href={`?year=${one}`} aria-current={one === year ? 'page' : undefined}>
                {one}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

interface ChartsProps {
  readonly publication: Publication;
  readonly onAsk: (asked: AskedFigure) => void;
}

function Charts({ publication, onAsk }: ChartsProps) {
  const t = useWords(messages);
  const { lines, codes, projects } = publication;
  const total = sumOf(lines);
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const charts = [
    {
      title: t('byClass'),
      keyOf: (line: Publication['lines'][number]) => line.functionCode.slice(0, 3),
      nameOf: (key: string) => codes.function[key] ?? key,
    },
    {
      title: t('byKind'),
      keyOf: (line: Publication['lines'][number]) => line.kind,
      nameOf: (key: string) => t(key === 'basic' ? 'basic' : 'project'),
    },
    {
      title: t('byProject'),
      keyOf: (line: Publication['lines'][number]) =>
        line.projectId === '' ? undefined : line.projectId,
      nameOf: (key: string) => names.get(key) ?? key,
    },
  ];
  return (
    <section aria-label={t('whereItGoes')}>
      <h2>{t('whereItGoes')}</h2>
      <div className="ow-budget-charts">
        {charts.map(({ title, keyOf, nameOf }) => (
          <Bars
            key={title}
            title={title}
            shares={toShares(lines, keyOf, nameOf)}
            total={total}
            onOpen={(share: Share) =>
              onAsk({
                text: showYuan(share.fen),
                expression: `Σ ${share.name}`,
                lineKeys: lines.filter((line) => keyOf(line) === share.key).map(({ key }) => key),
              })
            }
          />
        ))}
      </div>
    </section>
  );
}

function Proof({ publication }: { readonly publication: Publication }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { hash, publishedAt, timer, readBack } = publication;
  const due =
    timer.approvedOn === null || timer.dueOn === null
      ? t('noApproval')
      : t('approvedOn', {
          day: formatDay(timer.approvedOn, language),
          due: formatDay(timer.dueOn, language),
        });
  return (
    <footer className="ow-budget-proof">
      <p>{t('frozen', { day: formatInstant(publishedAt, language) })}</p>
      <p>
        {due} {timer.isOverdue ? <StatusTag tone="bad">{t('overdue')}</StatusTag> : null}
      </p>
      <p>{t('readBack', readBack)}</p>
      <p>
        {t('hash')} <code>{hash}</code>
      </p>
    </footer>
  );
}
