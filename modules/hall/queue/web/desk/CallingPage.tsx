import { Alert, Button } from 'antd';

import { useAct, useCall, useLive, useLiveState } from '#web/client/index.ts';
import {
  EmptyState,
  formatTime,
  Notice,
  Page,
  ProblemNotice,
  RowTable,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Desk, LIVE, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { WindowTag } from '../parts/Tags.tsx';
import { PauseButton } from './acts.tsx';
import { CurrentCard } from './CurrentCard.tsx';
import { Lists } from './Lists.tsx';
import { Posts } from './Posts.tsx';
import { Services } from './Services.tsx';

import './calling.css';

/** The window at work: whom to call, who is here, who waits. One screen for a whole visit. */
export function CallingPage() {
  const t = useWords(messages);
  const answer = useCall(routes.getDesk, undefined, { refreshMs: 15_000, freshMs: 1_000 });
  const session = answer.data?.session ?? undefined;
  useLive(session === undefined ? [] : [`${LIVE.site}/${session.siteId}`]);
  return (
    <Page
      title={t('calling')}
      description={t('callingHint')}
      {...(session === undefined ? {} : { state: <WindowTag state={session.state} /> })}
      actions={session === undefined ? null : <SessionActs desk={answer.data} />}
    >
      <WithAnswer answer={answer}>
        {(desk) => (desk.session === null ? <ChooseWindow desk={desk} /> : <Work desk={desk} />)}
      </WithAnswer>
    </Page>
  );
}

function SessionActs({ desk }: { readonly desk: Desk | undefined }) {
  const t = useWords(messages);
  const signOut = useAct(routes.signOut);
  const resume = useAct(routes.resume);
  const session = desk?.session ?? null;
  if (desk === undefined || session === null) return null;
  const params = { id: session.windowId };
  const isPaused = session.state === 'paused';
  return (
    <>
      <ProblemNotice problem={signOut.error ?? resume.error} />
      <Button
        disabled={desk.current !== null}
        loading={signOut.isPending}
        onClick={() => signOut.mutate({ params })}
      >
        {t('signOut')}
      </Button>
      {isPaused ? (
        <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate({ params })}>
          {t('resume')}
        </Button>
      ) : (
        <PauseButton windowId={session.windowId} isDisabled={desk.current !== null} />
      )}
    </>
  );
}

function ChooseWindow({ desk }: { readonly desk: Desk }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const signIn = useAct(routes.signIn);
  if (desk.windows.length === 0)
    return <EmptyState title={t('noWindow')} hint={t('noWindowHint')} />;
  return (
    <section aria-label={t('chooseWindow')}>
      <h2>{t('chooseWindow')}</h2>
      <p>{t('chooseWindowHint')}</p>
      <ProblemNotice problem={signIn.error} />
      <RowTable
        label={t('chooseWindow')}
        rows={desk.windows}
        rowKey={(row) => row.windowId}
        columns={[
          {
            key: 'window',
            title: t('window'),
            render: (row) => (language === 'en' ? row.nameEn : row.nameZh),
          },
          {
            key: 'site',
            title: t('site'),
            render: (row) => (language === 'en' ? row.siteNameEn : row.siteNameZh),
          },
          {
            key: 'state',
            title: t('state'),
            width: '8rem',
            render: (row) => <WindowTag state={row.state} />,
          },
          {
            key: 'act',
            title: t('signIn'),
            width: '12rem',
            render: (row) =>
              row.heldBy === '' || row.state === 'paused' ? (
                <Button
                  type={row.heldBy === '' ? 'primary' : 'default'}
                  aria-label={`${t('signIn')} ${t('windowNo', { number: row.windowNumber })}`}
                  loading={signIn.isPending}
                  onClick={() => signIn.mutate({ params: { id: row.windowId } })}
                >
                  {row.heldBy === '' ? t('signIn') : t('coverFor', { who: row.heldBy })}
                </Button>
              ) : (
                t('heldBy', { who: row.heldBy })
              ),
          },
        ]}
      />
    </section>
  );
}

function Work({ desk }: { readonly desk: Desk }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const live = useLiveState();
  const { session } = desk;
  if (session === null) return null;
  return (
    <>
      {live === 'reconnecting' ? <Alert type="warning" showIcon title={t('reconnecting')} /> : null}
      {session.state === 'paused' ? (
        <Notice
          tone="warn"
          title={`${t('pausedUntil', {
            time: session.pausedUntil === null ? '' : formatTime(session.pausedUntil, language),
          })} · ${session.pauseReason}`}
        />
      ) : null}
      <div className="ow-calling">
        <div className="ow-calling-main">
          <CurrentCard desk={desk} session={session} />
          <Services desk={desk} />
          <Posts desk={desk} session={session} />
        </div>
        <Lists desk={desk} session={session} />
      </div>
    </>
  );
}
