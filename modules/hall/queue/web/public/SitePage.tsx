import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  ProblemNotice,
  PublicPage,
  StatusTag,
  useGo,
  useLanguage,
  useParam,
  useSignInAddress,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BusinessNow, permissions, routes } from '../../contract.ts';
import { messages } from './messages.ts';

import './queue.css';

/** The lines of one place, with a ticket for whoever is signed in. */
export function SitePage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const id = useParam('siteId');
  const sites = useCall(routes.listPublicSites);
  const answer = useCall(routes.showPublicSite, { params: { id } }, { refreshMs: 20_000 });
  const site = sites.data?.items.find((one) => one.id === id);
  const name = language === 'en' ? site?.nameEn : site?.nameZh;
  return (
    <PublicPage
      title={name ?? t('queue')}
      lead={t('taking')}
      crumbs={[{ title: t('queue'), to: '/queue' }]}
    >
      <WithPublicAnswer answer={answer}>
        {({ items }) => (
          <ul className="ow-queue-list" aria-label={t('lines')}>
            {items.map((line) => (
              <li key={line.id}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}

function Line({ line }: { readonly line: BusinessNow }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const isEnglish = language === 'en';
  return (
    <Card
      title={`${line.letter} ${isEnglish ? line.nameEn : line.nameZh}`}
      hint={isEnglish ? line.hintEn : line.hintZh}
    >
      <p>
        {t('place', { floor: line.floor, zone: isEnglish ? line.zoneNameEn : line.zoneNameZh })}
      </p>
      <p>
        {t('waiting', { count: line.waiting })} ·{' '}
        {line.openWindows === 0
          ? t('noWindowNow')
          : t('forecast', { minutes: line.forecast.minutes })}
        {line.openWindows === 0 || line.forecast.errorMinutes === null
          ? ''
          : ` · ${t('error', { minutes: line.forecast.errorMinutes })}`}
      </p>
      {line.notTaking === null ? (
        <Take line={line} />
      ) : (
        <StatusTag tone="idle">{t(`why.${line.notTaking}`)}</StatusTag>
      )}
    </Card>
  );
}

function Take({ line }: { readonly line: BusinessNow }) {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const signIn = useSignInAddress();
  const take = useAct(routes.takeTicket, { onDone: (ticket) => go(ticket.link) });
  if (!may(permissions.take)) return <ActionLink href={signIn('person')}>{t('signIn')}</ActionLink>;
  return (
    <>
      <ProblemNotice problem={take.error} />
      <Action
        look="strong"
        isBusy={take.isPending}
        onPress={() => take.mutate({ body: { businessId: line.id } })}
      >
        {t('take')}
      </Action>
    </>
  );
}
