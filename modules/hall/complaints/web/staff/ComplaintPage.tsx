import { Button } from 'antd';
import { useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  formatDay,
  Page,
  ProblemNotice,
  Section,
  StatusTag,
  TimeText,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Act,
  actWords,
  type Complaint,
  kindWords,
  resultWords,
  routes,
  satisfactionWords,
  wishWords,
} from '../../contract.ts';
import { EvidenceLinks } from '../parts/Evidence.tsx';
import { StateTag } from '../parts/StateTag.tsx';
import { ActModal } from './ActModal.tsx';
import { messages } from './messages.ts';

import './staff.css';

/** One complaint: what was said, what was done, what can be done now. */
export function ComplaintPage() {
  const id = useParam('id');
  const answer = useCall(routes.getComplaint, { params: { id } });
  return <WithAnswer answer={answer}>{(one) => <Whole complaint={one} />}</WithAnswer>;
}

function Whole({ complaint }: { readonly complaint: Complaint }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const [act, setAct] = useState<Act>();
  return (
    <Page
      title={complaint.title}
      description={`${say(kindWords[complaint.kind])} ${complaint.number}`}
      crumbs={[{ title: t('complaints'), to: '/complaints' }]}
      state={<StateTag state={complaint.state} />}
      actions={complaint.mayDo.map((one, index) => (
        <Button key={one} type={index === 0 ? 'primary' : 'default'} onClick={() => setAct(one)}>
          {say(actWords[one])}
        </Button>
      ))}
    >
      <Said complaint={complaint} />
      <Course complaint={complaint} />
      {act === undefined || act === 'register' ? null : (
        <ActModal key={act} complaint={complaint} act={act} onClose={() => setAct(undefined)} />
      )}
    </Page>
  );
}

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

function Said({ complaint }: { readonly complaint: Complaint }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const name = (one: Named | null) => (language === 'en' ? one?.nameEn : one?.nameZh) ?? '';
  const { target } = complaint;
  const about = [
    name(target.department),
    target.windowNumber === null ? '' : t('windowNo', { number: target.windowNumber }),
    name(target.person),
  ].filter((part) => part !== '');
  return (
    <Section title={t('what')}>
      <dl className="ow-cp-facts">
        <dt>{t('wish')}</dt>
        <dd>{say(wishWords[complaint.wish])}</dd>
        <dt>{t('content')}</dt>
        <dd className="ow-cp-text">{complaint.content}</dd>
        <dt>{t('name')}</dt>
        <dd>
          {complaint.person === '' ? t('anonymous') : complaint.person}{' '}
          {complaint.mayReveal ? <Reveal id={complaint.id} /> : null}
        </dd>
        <dt>{t('about')}</dt>
        <dd>{about.join(' · ')}</dd>
        <dt>{t('caseNo')}</dt>
        <dd>{complaint.caseNo}</dd>
        <dt>{t('ticketNo')}</dt>
        <dd>{complaint.ticketNo}</dd>
        <dt>{t('externalNo')}</dt>
        <dd>{complaint.externalNo}</dd>
      </dl>
    </Section>
  );
}

/** How to reach them: shown when asked for, and written down. */
function Reveal({ id }: { readonly id: string }) {
  const t = useWords(messages);
  const act = useAct(routes.revealPerson);
  if (act.data !== undefined) return <span>{`${act.data.name} ${act.data.mobile}`}</span>;
  return (
    <>
      <Button size="small" loading={act.isPending} onClick={() => act.mutate({ params: { id } })}>
        {t('reveal')}
      </Button>
      <ProblemNotice problem={act.error} />
    </>
  );
}

function Course({ complaint }: { readonly complaint: Complaint }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const name = (one: Named | null) => (language === 'en' ? one?.nameEn : one?.nameZh) ?? '';
  const late = <StatusTag tone="bad">{t('late')}</StatusTag>;
  const day = (on: string | null) => (on === null ? '' : formatDay(on, language));
  return (
    <Section title={t('course')}>
      <dl className="ow-cp-facts">
        <dt>{t('unit')}</dt>
        <dd>
          {name(complaint.main)}{' '}
          {complaint.wasForced ? <StatusTag tone="warn">{t('forced')}</StatusTag> : null}
        </dd>
        <dt>{t('assisting')}</dt>
        <dd>{complaint.assisting.map(name).join('、')}</dd>
        <dt>{t('contactDue')}</dt>
        <dd>
          {day(complaint.contactDueOn)} {complaint.wasContactLate ? late : null}
        </dd>
        <dt>{t('handleDue')}</dt>
        <dd>
          {day(complaint.handleDueOn)} {complaint.wasHandledLate ? late : null}{' '}
          {complaint.wasExtended ? <StatusTag tone="idle">{t('extended')}</StatusTag> : null}
        </dd>
        <dt>{t('reply')}</dt>
        <dd className="ow-cp-text">{complaint.reply}</dd>
        <dt>{t('result')}</dt>
        <dd>{complaint.result === null ? '' : say(resultWords[complaint.result])}</dd>
        <dt>{t('callBackDue')}</dt>
        <dd>{day(complaint.callBackDueOn)}</dd>
        <dt>{t('satisfaction')}</dt>
        <dd>
          {complaint.satisfaction === null ? '' : say(satisfactionWords[complaint.satisfaction])}
        </dd>
      </dl>
      <ol className="ow-cp-steps">
        {complaint.steps.map((step) => (
          <li key={`${step.act} ${step.at}`}>
            <strong>{say(actWords[step.act])}</strong>{' '}
            <small>
              {step.by} <TimeText at={step.at} />
            </small>
            {step.note === '' ? null : <p>{step.note}</p>}
            <EvidenceLinks fileIds={step.fileIds} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
