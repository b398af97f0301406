import { useState } from 'react';

import type { ResponseOf } from '#kernel/http/contract.ts';
import { useAct, useCall } from '#web/client/index.ts';
import {
  Action,
  Card,
  formatDay,
  Notice,
  ProblemNotice,
  PublicPage,
  StatusTag,
  TimeText,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  checkPointWords,
  type Filing,
  type FilingAct,
  type PlanUnit,
  routes,
  stageWords,
  standingWords,
  transitions,
} from '../../contract.ts';
import { FloorPlan } from '../parts/FloorPlan.tsx';
import { stageTone, standingTone } from '../parts/tones.ts';
import { UnitCard } from '../parts/UnitCard.tsx';
import { DraftForm } from './draft/DraftForm.tsx';
import { Left } from './Left.tsx';
import { messages } from './messages.ts';

import './premises.css';

/** One filing of the firm: what is in force, what is being written, and what can be done with it. */
export function OwnFilingPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useParam('filingId');
  const answer = useCall(routes.getOwnFiling, { params: { id } }, { freshMs: 0 });
  const filing = answer.data;
  return (
    <PublicPage
      title={filing === undefined ? t('ownTitle') : `${filing.carrierName} ${filing.buildingName}`}
      lead={filing?.address}
      crumbs={[{ title: t('ownTitle'), to: '/me/premises' }]}
      state={
        filing === undefined ? null : (
          <>
            <StatusTag tone={standingTone[filing.standing]}>
              {say(standingWords[filing.standing])}
            </StatusTag>{' '}
            {filing.stage === 'none' ? null : (
              <StatusTag tone={stageTone[filing.stage]}>{say(stageWords[filing.stage])}</StatusTag>
            )}
          </>
        )
      }
    >
      <WithPublicAnswer answer={answer}>
        {(one) => (
          <>
            <Words filing={one} />
            <Acts filing={one} />
            {one.mayDo.includes('save') && one.draft !== null ? (
              <DraftForm key={one.version} filing={one} draft={one.draft} />
            ) : null}
            <PlanOf filing={one} />
            <Past filing={one} />
          </>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}

type OwnFiling = ResponseOf<typeof routes.getOwnFiling>;

function Words({ filing }: { readonly filing: OwnFiling }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const last = filing.returns.at(-1);
  return (
    <>
      {filing.standing === 'suspended' ? (
        <Notice tone="bad" title={t('suspendedBecause', { reason: filing.standingReason })} />
      ) : null}
      {filing.stage === 'returned' && last !== undefined ? (
        <Notice tone="warn" title={t('returnedTitle')}>
          <ul>
            {last.reasons.map(({ point, text }) => (
              <li key={`${point}${text}`}>
                {say(checkPointWords[point])}：{text}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {filing.dueOn !== null && filing.stage !== 'returned' ? (
        <Notice tone="busy" title={t('waiting', { day: formatDay(filing.dueOn, language) })} />
      ) : null}
    </>
  );
}

const BUTTONS = {
  retract: routes.retractFiling,
  discard: routes.discardFiling,
  'begin-change': routes.beginChange,
  'begin-renewal': routes.beginRenewal,
} as const satisfies Partial<Record<FilingAct, unknown>>;

function Acts({ filing }: { readonly filing: Filing }) {
  const names = (Object.keys(BUTTONS) as Array<keyof typeof BUTTONS>).filter((act) =>
    filing.mayDo.includes(act),
  );
  if (names.length === 0) return null;
  return (
    <div className="ow-prem-acts">
      {names.map((act) => (
        <OneAct key={act} act={act} filing={filing} />
      ))}
    </div>
  );
}

function OneAct({ act, filing }: { readonly act: keyof typeof BUTTONS; readonly filing: Filing }) {
  const { say } = useLanguage();
  const doing = useAct(BUTTONS[act]);
  return (
    <>
      <Action
        look="plain"
        isBusy={doing.isPending}
        onPress={() =>
          doing.mutate({ params: { id: filing.id }, body: { version: filing.version } })
        }
      >
        {say(transitions[act].title)}
      </Action>
      <ProblemNotice problem={doing.error} />
    </>
  );
}

function PlanOf({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const [chosenId, setChosenId] = useState<string>();
  if (filing.plan === null) return null;
  const chosen: PlanUnit | undefined = filing.plan.units.find((unit) => unit.id === chosenId);
  return (
    <Card title={t('plan')} hint={t('uses', { count: filing.uses })}>
      <FloorPlan plan={filing.plan} chosenId={chosenId} onChoose={(unit) => setChosenId(unit.id)} />
      {chosen === undefined ? null : (
        <UnitCard
          key={chosen.id}
          unit={chosen}
          acts={
            new Map(
              chosen.occupants.map(({ id, name }) => [
                id,
                <Left key={id} filingId={filing.id} occupancyId={id} name={name} />,
              ]),
            )
          }
        />
      )}
    </Card>
  );
}

function Past({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <>
      {filing.versions.length === 0 ? null : (
        <Card title={t('versions')}>
          <ul className="ow-prem-lines">
            {filing.versions.map((one) => (
              <li key={one.filedVersion}>
                <strong>{t('versionOf', { version: one.filedVersion })}</strong>{' '}
                <TimeText at={one.filedAt} /> · {t('unitCount', { count: one.unitCount })} ·{' '}
                {t('uses', { count: one.uses })} ·{' '}
                <small>{t('digest', { hash: one.hash.slice(0, 16) })}</small>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('history')}>
        <ul className="ow-prem-lines">
          {filing.history.map((entry) => (
            <li key={entry.id}>
              <TimeText at={entry.at} /> <strong>{say(transitions[entry.act].title)}</strong>{' '}
              {entry.reason}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
