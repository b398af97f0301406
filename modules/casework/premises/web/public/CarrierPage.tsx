import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  Facts,
  formatDay,
  Notice,
  PublicPage,
  StatusTag,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  carrierKindWords,
  type Plan,
  type PlanUnit,
  routes,
  standingWords,
} from '../../contract.ts';
import { FloorPlan } from '../parts/FloorPlan.tsx';
import { messages as partMessages } from '../parts/messages.ts';
import { standingTone } from '../parts/tones.ts';
import { UnitCard } from '../parts/UnitCard.tsx';
import { messages } from './messages.ts';

import './premises.css';

/** A carrier: its floors drawn, each unit with its state, firms and end. */
export function CarrierPage() {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const id = useParam('carrierId');
  const answer = useCall(routes.getCarrier, { params: { id } });
  const card = answer.data?.carrier;
  const name = language === 'en' && card?.nameEn ? card.nameEn : card?.name;
  return (
    <PublicPage
      title={name ?? t('title')}
      crumbs={[{ title: t('title'), to: '/premises' }]}
      actions={
        <Action look="plain" onPress={() => globalThis.print()}>
          <PrintWord />
        </Action>
      }
    >
      <WithPublicAnswer answer={answer}>
        {({ carrier, plans }) => (
          <>
            <Card>
              <Facts
                facts={[
                  { name: t('kind'), value: say(carrierKindWords[carrier.kind]) },
                  { name: t('town'), value: say(carrier.town.name) },
                  { name: t('operator'), value: carrier.operatorName },
                  { name: t('phone'), value: carrier.phone },
                  { name: t('free'), value: `${carrier.free} / ${carrier.units}` },
                ]}
              />
            </Card>
            {plans.map((plan) => (
              <PlanCard key={plan.filingId} plan={plan} />
            ))}
          </>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}

function PrintWord() {
  const t = useWords(partMessages);
  return t('print');
}

function PlanCard({ plan }: { readonly plan: Plan }) {
  const t = useWords(messages);
  const said = useWords(partMessages);
  const { say, language } = useLanguage();
  const [chosen, setChosen] = useState<PlanUnit>();
  return (
    <Card
      title={plan.building.name}
      hint={
        <>
          {plan.building.address} · {said('number')} {plan.number} ·{' '}
          {said('versionOf', { version: plan.filedVersion })} · {said('validUntil')}{' '}
          {plan.validUntil === null ? said('noEnd') : formatDay(plan.validUntil, language)}{' '}
          <StatusTag tone={standingTone[plan.standing]}>
            {say(standingWords[plan.standing])}
          </StatusTag>
        </>
      }
    >
      {plan.standing === 'suspended' ? (
        <Notice tone="bad" title={t('suspendedBecause', { reason: plan.reason })} />
      ) : null}
      <FloorPlan plan={plan} chosenId={chosen?.id} onChoose={setChosen} />
      {chosen === undefined ? (
        <p>{said('chooseUnit')}</p>
      ) : (
        <UnitCard unit={chosen}>
          {chosen.excluded === null ? (
            <ActionLink to={`/premises/doors/${chosen.token}`}>{said('door')}</ActionLink>
          ) : null}
        </UnitCard>
      )}
    </Card>
  );
}
