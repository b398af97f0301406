import { useState } from 'react';

import { addressOf, useAct, useCall } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  formatDay,
  Notice,
  ProblemNotice,
  PublicPage,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnSet, routes } from '../../contract.ts';
import { SealCards } from '../parts/SealCards.tsx';
import { SetTag } from '../parts/SetTag.tsx';
import { Steps } from '../parts/Steps.tsx';
import { ClaimForm } from './ClaimForm.tsx';
import { messages } from './messages.ts';

import '../parts/seals.css';

/** The free set of one's firm: claim it, and see how far it is. */
export function OwnSealsPage() {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const answer = useCall(routes.listOwnSets);
  const [isClaiming, setClaiming] = useState(false);
  return (
    <PublicPage
      title={t('mine')}
      lead={t('lead')}
      actions={
        <ActionLink look="quiet" to="/me/seals/making">
          {t('makerDoor')}
        </ActionLink>
      }
    >
      <WithPublicAnswer answer={answer}>
        {({ items, entitlement }) => (
          <>
            {entitlement.mayClaim ? (
              <Card
                title={t('entitled', { firm: entitlement.firmName })}
                hint={
                  entitlement.claimUntil === null
                    ? ''
                    : t('until', { day: formatDay(entitlement.claimUntil, language) })
                }
              >
                {isClaiming ? (
                  <ClaimForm onDone={() => setClaiming(false)} />
                ) : (
                  <div className="ow-sheet-actions">
                    <Action look="strong" onPress={() => setClaiming(true)}>
                      {t('claim')}
                    </Action>
                  </div>
                )}
              </Card>
            ) : null}
            {!entitlement.mayClaim && entitlement.reason !== null && items.length === 0 ? (
              <Notice tone="warn" title={t('notNow')}>
                {say(entitlement.reason)}
              </Notice>
            ) : null}
            {items
              .filter(({ state }) => state !== 'eligible')
              .map((set) => (
                <OneSet key={set.id} set={set} />
              ))}
          </>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}

function OneSet({ set }: { readonly set: OwnSet }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const withdraw = useAct(routes.withdrawOwn);
  const { id, version } = set;
  const facts = [
    [t('number'), set.number],
    [t('maker'), set.makerName],
    [t('due'), set.dueOn === null ? '' : formatDay(set.dueOn, language)],
    [t('way'), set.way === null ? '' : t(`way.${set.way}`)],
    [t('tracking'), set.trackingNo],
  ] as const;
  return (
    <Card>
      <div className="ow-seal-head">
        <h2>{set.firmName}</h2>
        <SetTag set={set} />
      </div>
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
      <SealCards
        seals={set.seals}
        address={(kind) => addressOf(routes.drawOwn, { params: { id, kind } })}
      />
      <p>{t('textHint')}</p>
      <ProblemNotice problem={withdraw.error} />
      {set.mayWithdraw ? (
        <>
          <p>{t('withdrawHint')}</p>
          <div className="ow-sheet-actions">
            {' '}
            <Action
              isBusy={withdraw.isPending}
              onPress={() => withdraw.mutate({ params: { id }, body: { version } })}
            >
              {t('withdraw')}
            </Action>
          </div>
        </>
      ) : null}
      <h3>{t('history')}</h3>
      <Steps steps={set.steps} />
    </Card>
  );
}
