import { Button } from 'antd';
import { useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  formatDay,
  Notice,
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
  type BadAct,
  badActWords,
  type BadCase,
  callBackWords,
  channelWords,
  findingWords,
  routes,
} from '../../contract.ts';
import { BadTag } from '../parts/BadTags.tsx';
import { GradeTag } from '../parts/GradeTag.tsx';
import { useSayName, useSayText } from '../parts/words.ts';
import { BadActModal, type Doable } from './BadActModal.tsx';
import { messages } from './messages.ts';

import './staff.css';

/** One bad rating: what was said, what was done, what can be done now. */
export function BadPage() {
  const id = useParam('id');
  const answer = useCall(routes.getBad, { params: { id } });
  return <WithAnswer answer={answer}>{(bad) => <Whole bad={bad} />}</WithAnswer>;
}

const MAIN: ReadonlySet<BadAct> = new Set(['contact', 'rectify', 'answer', 'close']);

function Whole({ bad }: { readonly bad: BadCase }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const [act, setAct] = useState<Doable>();
  const { exclusion } = bad.evaluation;
  return (
    <Page
      title={bad.number}
      description={bad.matterZh}
      crumbs={[{ title: t('bad'), to: '/ratings/bad' }]}
      state={<BadTag state={bad.state} />}
      actions={bad.mayDo.map((one) => (
        <Button
          key={one}
          type={MAIN.has(one) ? 'primary' : 'default'}
          danger={one === 'exclude'}
          onClick={() => setAct(one as Doable)}
        >
          {say(badActWords[one])}
        </Button>
      ))}
    >
      {exclusion === null ? null : (
        <Notice
          tone="idle"
          title={t('exclusion', {
            ground: t(`ground.${exclusion.ground}`),
            reason: exclusion.reason,
          })}
        />
      )}
      <Said bad={bad} />
      <Course bad={bad} />
      {act === undefined ? null : (
        <BadActModal key={act} bad={bad} act={act} onClose={() => setAct(undefined)} />
      )}
    </Page>
  );
}

function Said({ bad }: { readonly bad: BadCase }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const name = useSayName();
  const text = useSayText();
  const { evaluation } = bad;
  const { window, person, department } = evaluation.servedBy;
  const reasons = evaluation.options.map((one) => (language === 'en' ? one.textEn : one.textZh));
  return (
    <Section title={t('what')}>
      <dl className="ow-ev-facts">
        <dt>{t('grade')}</dt>
        <dd>
          <GradeTag grade={evaluation.grade} />
        </dd>
        <dt>{t('reasons')}</dt>
        <dd>{reasons.join('；')}</dd>
        <dt>{t('comment')}</dt>
        <dd>{evaluation.comment}</dd>
        <dt>{t('rater')}</dt>
        <dd>
          {evaluation.isAnonymous ? t('anonymous') : evaluation.rater}{' '}
          {bad.mayReveal ? <Reveal id={bad.id} /> : null}
        </dd>
        <dt>{t('channel')}</dt>
        <dd>{say(channelWords[evaluation.channel])}</dd>
        <dt>{t('rated')}</dt>
        <dd>
          <TimeText at={evaluation.ratedAt} />
        </dd>
        <dt>{t('servedAt')}</dt>
        <dd>
          <TimeText at={evaluation.servedAt} />
        </dd>
        <dt>{t('window')}</dt>
        <dd>{window === null ? '' : t('windowNo', { number: window.number })}</dd>
        <dt>{t('person')}</dt>
        <dd>{[name(department), name(person)].filter((part) => part !== '').join(' · ')}</dd>
        <dt>{t('matter')}</dt>
        <dd>{text(evaluation.matterName)}</dd>
        <dt>{t('ticket')}</dt>
        <dd>{evaluation.ticketNo}</dd>
        <dt>{t('caseNo')}</dt>
        <dd>{evaluation.caseNo}</dd>
      </dl>
    </Section>
  );
}

/** How to reach the rater: shown when asked for, and written down. */
function Reveal({ id }: { readonly id: string }) {
  const t = useWords(messages);
  const act = useAct(routes.revealRater);
  if (act.data !== undefined) return <span>{t('revealed', act.data)}</span>;
  return (
    <>
      <Button size="small" loading={act.isPending} onClick={() => act.mutate({ params: { id } })}>
        {t('reveal')}
      </Button>
      <ProblemNotice problem={act.error} />
    </>
  );
}

function Course({ bad }: { readonly bad: BadCase }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const day = (on: string | null) => (on === null ? '' : formatDay(on, language));
  return (
    <Section title={t('course')}>
      <dl className="ow-ev-facts">
        <dt>{t('department')}</dt>
        <dd>{language === 'en' ? bad.departmentEn : bad.departmentZh}</dd>
        <dt>{t('contactDue')}</dt>
        <dd>
          {day(bad.contactDueOn)}{' '}
          {bad.wasContactLate ? <StatusTag tone="bad">{t('late')}</StatusTag> : null}
        </dd>
        <dt>{t('appealUntil')}</dt>
        <dd>{day(bad.appealUntil)}</dd>
        <dt>{t('finding')}</dt>
        <dd>{bad.finding === null ? '' : say(findingWords[bad.finding])}</dd>
        <dt>{t('rectifyDue')}</dt>
        <dd>{day(bad.rectifyDueOn)}</dd>
        <dt>{t('measures')}</dt>
        <dd>{bad.measures}</dd>
        <dt>{t('reply')}</dt>
        <dd>{bad.reply}</dd>
        <dt>{t('callBackDue')}</dt>
        <dd>{day(bad.callBackDueOn)}</dd>
        <dt>{t('callBack')}</dt>
        <dd>{bad.callBack === null ? '' : say(callBackWords[bad.callBack])}</dd>
      </dl>
      <ol className="ow-ev-steps">
        {bad.steps.map((step) => (
          <li key={`${step.act} ${step.at}`}>
            <strong>{say(badActWords[step.act])}</strong>{' '}
            <small>
              {step.by === '' ? t('bySystem') : step.by} · <TimeText at={step.at} />
            </small>
            {step.note === '' ? null : <p>{step.note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
