import { Button } from 'antd';
import { useState } from 'react';

import { addressOf, useCall, useLive, useMay } from '#web/client/index.ts';
import {
  formatDay,
  formatInstant,
  Page,
  Section,
  To,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { LIVE, permissions, routes, sealKinds, type SealSetInFull } from '../../contract.ts';
import { SealCards } from '../parts/SealCards.tsx';
import { SetTag } from '../parts/SetTag.tsx';
import { Steps } from '../parts/Steps.tsx';
import { ActModal, type DeskAct, isDeskAct } from './ActModal.tsx';
import { messages } from './messages.ts';

import '../parts/seals.css';

/** One set: what is cut, where it stands, and what can be done at the desk. */
export function SetPage() {
  const id = useParam('setId');
  const answer = useCall(routes.getSet, { params: { id } });
  useLive([LIVE]);
  return <WithAnswer answer={answer}>{(set) => <Whole key={set.id} set={set} />}</WithAnswer>;
}

/** What brings a set on; everything else is an exception. */
const FORWARD: ReadonlySet<DeskAct> = new Set(['dispatch', 'receive', 'hand-out']);

function Whole({ set }: { readonly set: SealSetInFull }) {
  const t = useWords(messages);
  const may = useMay();
  const [act, setAct] = useState<DeskAct | undefined>(undefined);
  const params = { id: set.id };
  const acts = may(permissions.handle) ? set.acts.filter(isDeskAct) : [];
  return (
    <Page
      title={set.firmName}
      description={`${set.number} · ${set.uscc}`}
      crumbs={[{ title: t('back'), to: '/seals' }]}
      state={<SetTag set={set} />}
      actions={
        <>
          <Button href={addressOf(routes.printProof, { params })} target="_blank">
            {t('print')}
          </Button>
          {acts.toReversed().map((one) => (
            <Button
              key={one}
              danger={one === 'cancel'}
              type={FORWARD.has(one) ? 'primary' : 'default'}
              onClick={() => setAct(one)}
            >
              {t(`do.${one}`)}
            </Button>
          ))}
        </>
      }
    >
      <Section title={t('seals')}>
        <SealCards
          seals={set.seals}
          address={(kind) => addressOf(routes.drawSeal, { params: { ...params, kind } })}
        />
      </Section>
      <Section title={t('facts')}>
        <Facts set={set} />
      </Section>
      <Section title={t('history')}>
        <Steps steps={set.steps} />
      </Section>
      {set.remakes.length === 0 ? null : <Remakes set={set} />}
      {act === undefined ? null : (
        <ActModal set={set} act={act} onClose={() => setAct(undefined)} />
      )}
    </Page>
  );
}

function Facts({ set }: { readonly set: SealSetInFull }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const day = (value: string | null) => (value === null ? '' : formatDay(value, language));
  const facts = [
    [
      t('licence'),
      <To key="l" to={`/licences/${set.licenceId}`}>
        {set.licenceNumber}
      </To>,
    ],
    [t('licensedOn'), day(set.licensedOn)],
    [
      t('case'),
      set.caseId === null ? (
        set.caseNo
      ) : (
        <To key="c" to={`/cases/${set.caseId}`}>
          {set.caseNo}
        </To>
      ),
    ],
    [
      t('ticket'),
      set.ticketId === null ? (
        ''
      ) : (
        <To key="t" to={`/tickets/${set.ticketId}`}>
          {t('openTicket')}
        </To>
      ),
    ],
    [t('claimUntil'), set.appliedAt === null ? day(set.claimUntil) : ''],
    [t('maker'), set.makerName],
    [t('answerBy'), set.answerBy === null ? '' : formatInstant(set.answerBy, language)],
    [t('due'), day(set.dueOn)],
    [t('way'), set.way === null ? '' : t(`way.${set.way}`)],
    [t('recipientShown'), set.recipient],
    [t('tracking'), set.trackingNo],
    [t('receivedBy'), set.receivedBy],
    [t('handedBy'), set.handedByName],
    [t('settledIn'), set.settledIn ?? ''],
  ] as const;
  return (
    <dl className="ow-seal-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Remakes({ set }: { readonly set: SealSetInFull }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  return (
    <Section title={t('remakes')}>
      <ol className="ow-seal-steps">
        {set.remakes.map(({ id, kinds, reason, askedAt, doneAt }) => (
          <li key={id}>
            {kinds.map((kind) => say(sealKinds[kind].title)).join('、')}: {reason}
            <small>
              {formatInstant(askedAt, language)}
              {doneAt === null ? '' : ` – ${formatInstant(doneAt, language)}`}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
