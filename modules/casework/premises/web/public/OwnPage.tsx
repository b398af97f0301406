import { useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  EmptyState,
  formatDay,
  PlainChoice,
  PlainField,
  PlainForm,
  ProblemNotice,
  PublicPage,
  StatusTag,
  useGo,
  useLanguage,
  usePlainForm,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Carrier,
  CarrierKind,
  carrierKindWords,
  type FilingLine,
  routes,
  stageWords,
  standingWords,
  type Town,
} from '../../contract.ts';
import { stageTone, standingTone } from '../parts/tones.ts';
import { messages } from './messages.ts';

import './premises.css';

/** What the firm runs, and what it has filed. */
export function OwnPage() {
  const t = useWords(messages);
  const answer = useCall(routes.listOwn);
  const [isAdding, setAdding] = useState(false);
  return (
    <PublicPage
      title={t('ownTitle')}
      lead={t('ownLead')}
      actions={
        typeof answer.data?.firm !== 'string' || isAdding ? null : (
          <Action look="strong" onPress={() => setAdding(true)}>
            {t('addCarrier')}
          </Action>
        )
      }
    >
      <WithPublicAnswer answer={answer}>
        {({ firm, carriers, filings, towns }) => (
          <>
            {firm === null ? <ForOperators /> : <p className="ow-prem-firm">{firm}</p>}
            {isAdding ? <NewCarrier towns={towns} onDone={() => setAdding(false)} /> : null}
            {firm !== null && carriers.length === 0 && !isAdding ? (
              <EmptyState title={t('noFilings')} hint={t('noFilingsHint')} />
            ) : null}
            {carriers.map((carrier) => (
              <OneCarrier
                key={carrier.id}
                carrier={carrier}
                filings={filings.filter(({ carrierId }) => carrierId === carrier.id)}
              />
            ))}
          </>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}

/** Who acts for no firm learns what the page is for, and where filed premises are looked up. */
function ForOperators() {
  const t = useWords(messages);
  return (
    <EmptyState
      title={t('notFirm')}
      hint={t('notFirmHint')}
      actions={
        <ActionLink look="strong" to="/premises">
          {t('lookUp')}
        </ActionLink>
      }
    />
  );
}

function NewCarrier({
  towns,
  onDone,
}: {
  readonly towns: readonly Town[];
  readonly onDone: () => void;
}) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const form = usePlainForm(routes.createCarrier, {
    initial: {
      kind: 'office-building',
      name: '',
      nameEn: '',
      town: towns[0]?.code ?? '',
      phone: '',
    },
    onDone,
  });
  return (
    <Card title={t('addCarrier')}>
      <PlainForm form={form} submitLabel={t('save')}>
        <PlainField form={form} name="name" label={t('carrierName')} />
        <PlainField form={form} name="nameEn" label={t('carrierNameEn')} />
        <PlainChoice
          form={form}
          name="kind"
          label={t('kind')}
          options={CarrierKind.options.map((value) => ({
            value,
            label: say(carrierKindWords[value]),
          }))}
        />
        <PlainChoice
          form={form}
          name="town"
          label={t('town')}
          options={towns.map(({ code, name }) => ({ value: code, label: say(name) }))}
        />
        <PlainField form={form} name="phone" label={t('phone')} inputMode="tel" />
      </PlainForm>
    </Card>
  );
}

interface OneCarrierProps {
  readonly carrier: Carrier;
  readonly filings: readonly FilingLine[];
}

function OneCarrier({ carrier, filings }: OneCarrierProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const [name, setName] = useState('');
  const go = useGo();
  const act = useAct(routes.createFiling, { onDone: ({ id }) => go(`/me/premises/${id}`) });
  return (
    <Card
      title={carrier.name}
      hint={`${say(carrierKindWords[carrier.kind])} · ${say(carrier.townName)}`}
    >
      {filings.length === 0 ? (
        <p>{t('noFilings')}</p>
      ) : (
        <ul className="ow-prem-rows">
          {filings.map((filing) => (
            <FilingRow key={filing.id} filing={filing} />
          ))}
        </ul>
      )}
      <form
        className="ow-prem-acts"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '')
            act.mutate({ body: { carrierId: carrier.id, name: name.trim() } });
        }}
      >
        <label className="ow-prem-field">
          {t('buildingName')}
          <input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </label>
        <Action submits look="plain" isBusy={act.isPending} isDisabled={name.trim() === ''}>
          {t('addFiling')}
        </Action>
      </form>
      <ProblemNotice problem={act.error} />
    </Card>
  );
}

function FilingRow({ filing }: { readonly filing: FilingLine }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const facts = [
    ...(filing.number === '' ? [] : [filing.number]),
    ...(filing.filedVersion === 0 ? [] : [t('versionOf', { version: filing.filedVersion })]),
    t('unitCount', { count: filing.unitCount }),
    ...(filing.validUntil === null
      ? []
      : [t('until', { day: formatDay(filing.validUntil, language) })]),
  ];
  return (
    <li>
      <div>
        <h3>{filing.buildingName}</h3>
        <small>{filing.address}</small>
      </div>
      <div>
        <p className="ow-prem-tags">
          {filing.standing === 'none' ? null : (
            <StatusTag tone={standingTone[filing.standing]}>
              {say(standingWords[filing.standing])}
            </StatusTag>
          )}
          {filing.stage === 'none' ? null : (
            <StatusTag tone={stageTone[filing.stage]}>{say(stageWords[filing.stage])}</StatusTag>
          )}
        </p>
        <small>{facts.join(' · ')}</small>
      </div>
      <ActionLink look="plain" to={`/me/premises/${filing.id}`}>
        {t('toFiling')}
      </ActionLink>
    </li>
  );
}
