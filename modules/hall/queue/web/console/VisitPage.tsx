import { useCall, useLive, useMay } from '#web/client/index.ts';
import {
  formatInstant,
  Page,
  ReasonButton,
  Section,
  To,
  useHasPage,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  channelWords,
  finishWords,
  laneWords,
  LIVE,
  permissions,
  priorityWords,
  routes,
  ticketActWords,
  type Visit,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { TicketTag } from '../parts/Tags.tsx';

import './live.css';

/** One visit from ticket to rating, in one line of time. */
export function VisitPage() {
  const id = useParam('ticketId');
  const answer = useCall(routes.getVisit, { params: { id } });
  useLive([`${LIVE.ticket}/${id}`]);
  return <WithAnswer answer={answer}>{(visit) => <Whole visit={visit} />}</WithAnswer>;
}

function Whole({ visit }: { readonly visit: Visit }) {
  const t = useWords(messages);
  const may = useMay();
  const hasPage = useHasPage();
  const { ticket } = visit;
  return (
    <Page
      title={t('visit', { number: ticket.number })}
      state={<TicketTag state={ticket.state} />}
      crumbs={hasPage('/tickets') ? [{ title: t('tickets'), to: '/tickets' }] : []}
      actions={
        ticket.state === 'waiting' && ticket.lane !== 'green' && may(permissions.allowGreen) ? (
          <ReasonButton
            contract={routes.allowGreen}
            params={{ id: ticket.id }}
            done={t('greenDone')}
          >
            {t('allowGreen')}
          </ReasonButton>
        ) : null
      }
    >
      <div className="ow-live-split">
        <Timeline visit={visit} />
        <Facts visit={visit} />
      </div>
    </Page>
  );
}

function Timeline({ visit }: { readonly visit: Visit }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const hasPage = useHasPage();
  const isEnglish = language === 'en';
  const steps = [
    ...visit.entries.map((entry) => ({
      key: `entry-${entry.seq}`,
      at: entry.at,
      what: ticketActWords[entry.act][language],
      more: [
        entry.windowNumber === null ? '' : t('windowNo', { number: entry.windowNumber }),
        entry.personName,
        entry.reason,
      ],
      link: undefined,
    })),
    ...visit.cases.map((one) => ({
      key: one.caseId,
      at: one.at,
      what: isEnglish ? one.matterEn : one.matterZh,
      more: [] as string[],
      link: {
        to: `/cases/${one.caseId}`,
        search: {},
        text: one.caseNo,
        page: '/cases/$caseId',
      },
    })),
    ...visit.papers.map((paper) => ({
      key: paper.documentId,
      at: paper.at,
      what: isEnglish ? paper.nameEn : paper.nameZh,
      more: [paper.number],
      link: undefined,
    })),
    ...(visit.rating === null
      ? []
      : [
          {
            key: 'rating',
            at: visit.rating.at,
            what: t('rating'),
            more: [t('grade', { grade: visit.rating.grade })],
            // A rating may be anonymous, so the way leads to those of the window on that day, not to this one.
            link: {
              to: '/ratings',
              search: { windowId: visit.ticket.windowId ?? undefined, day: visit.ticket.day },
              text: t('openRatings'),
              page: '/ratings',
            },
          },
        ]),
  ].toSorted((left, right) => Number(left.at > right.at) - Number(left.at < right.at));
  return (
    <Section title={t('timeline')}>
      <ol className="ow-visit-line">
        {steps.map((step) => (
          <li key={step.key}>
            <strong>{step.what}</strong> <time>{formatInstant(step.at, language, true)}</time>
            <br />
            {step.more.filter((part) => part !== '').join(' · ')}
            {step.link === undefined ? null : (
              <StepLink link={step.link} isLinked={hasPage(step.link.page)} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface StepLinkProps {
  readonly link: {
    readonly to: string;
    readonly search: Readonly<Record<string, string | undefined>>;
    readonly text: string;
    readonly page: string;
  };
  readonly isLinked: boolean;
}

function StepLink({ link, isLinked }: StepLinkProps) {
  return isLinked ? (
    <To to={link.to} search={link.search}>
      {link.text}
    </To>
  ) : (
    <span>{link.text}</span>
  );
}

function Facts({ visit }: { readonly visit: Visit }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { ticket } = visit;
  const minutes = (seconds: number | null) =>
    seconds === null ? '—' : t('minutes', { minutes: Math.round(seconds / 6) / 10 });
  const facts = [
    [t('line'), language === 'en' ? ticket.businessNameEn : ticket.businessNameZh],
    [
      t('kind'),
      ticket.priority === null
        ? laneWords[ticket.lane][language]
        : `${laneWords[ticket.lane][language]} · ${priorityWords[ticket.priority][language]}`,
    ],
    [t('channel'), channelWords[ticket.channel][language]],
    [t('holder'), ticket.holder === '' ? '—' : ticket.holder],
    [t('window'), ticket.windowNumber === null ? '—' : String(ticket.windowNumber)],
    [t('clerk'), ticket.personName === '' ? '—' : ticket.personName],
    [t('waited'), minutes(visit.waitedSeconds)],
    [t('served'), minutes(visit.servedSeconds)],
    [t('outcome'), ticket.finishKind === null ? '—' : finishWords[ticket.finishKind][language]],
    [
      t('rating'),
      visit.rating === null ? t('noRating') : t('grade', { grade: visit.rating.grade }),
    ],
  ] as const;
  return (
    <Section title={t('facts')}>
      <dl className="ow-live-figures">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd style={{ fontSize: '1rem' }}>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
