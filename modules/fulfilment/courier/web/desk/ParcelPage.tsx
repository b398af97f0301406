import { Button, Input, Modal } from 'antd';
import { useState } from 'react';

import { addressOf, useAct, useCall, useLive, useMay } from '#web/client/index.ts';
import {
  ContractForm,
  EmptyState,
  Field,
  Notice,
  Page,
  ProblemNotice,
  Section,
  To,
  useContractForm,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  LIVE,
  type ParcelInFull,
  type ParcelState,
  permissions,
  routes,
  type Trouble,
  UNDER_WAY,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { ParcelTag } from '../parts/ParcelTag.tsx';
import { Tracking } from '../parts/Tracking.tsx';

import '../parts/courier.css';

/** One parcel: what is in it, where it was, and what can be done. */
export function ParcelPage() {
  const id = useParam('parcelId');
  const answer = useCall(routes.getParcel, { params: { id } });
  useLive([LIVE]);
  return (
    <WithAnswer answer={answer}>{(parcel) => <Whole key={parcel.id} parcel={parcel} />}</WithAnswer>
  );
}

/** What may be said of a parcel in a state. */
function troublesIn(state: ParcelState): ReadonlyArray<Trouble['what']> {
  if (UNDER_WAY.some((one) => one === state)) return ['lost', 'damaged'];
  if (state === 'lost' || state === 'damaged') return ['closed'];
  return state === 'waiting' || state === 'ordered' ? ['cancelled'] : [];
}

function Whole({ parcel }: { readonly parcel: ParcelInFull }) {
  const t = useWords(messages);
  const may = useMay();
  const order = useAct(routes.orderParcel);
  const [what, setWhat] = useState<Trouble['what'] | undefined>(undefined);
  const params = { id: parcel.id };
  const mayHandle = may(permissions.handle);
  return (
    <Page
      title={t('parcelOf', { number: parcel.number })}
      description={parcel.contents}
      crumbs={[{ title: t('parcels'), to: '/parcels' }]}
      state={<ParcelTag state={parcel.state} />}
      actions={
        mayHandle ? (
          <>
            {troublesIn(parcel.state).map((one) => (
              <Button key={one} onClick={() => setWhat(one)}>
                {t(one)}
              </Button>
            ))}
            {parcel.trackingNo === '' ? null : (
              <Button href={addressOf(routes.printLabel, { params })} target="_blank">
                {t('label')}
              </Button>
            )}
            {parcel.state === 'waiting' ? (
              <Button
                type="primary"
                loading={order.isPending}
                onClick={() => order.mutate({ params })}
              >
                {t('order')}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ProblemNotice problem={order.error} />
      {parcel.failure === '' || order.error !== null ? null : (
        <Notice tone="bad" title={`${t('failure')}: ${parcel.failure}`} />
      )}
      <Section title={t('facts')}>
        <Facts parcel={parcel} />
      </Section>
      <Section title={t('track')}>
        {parcel.tracking.length === 0 ? (
          <EmptyState title={t('trackNone')} />
        ) : (
          <Tracking lines={parcel.tracking} />
        )}
      </Section>
      {what === undefined ? null : (
        <TroubleModal parcel={parcel} what={what} onClose={() => setWhat(undefined)} />
      )}
    </Page>
  );
}

function Facts({ parcel }: { readonly parcel: ParcelInFull }) {
  const t = useWords(messages);
  const page = parcel.subjectKind === 'seals.set' ? '/seals' : '/cases';
  const facts = [
    [
      t('subject'),
      <To key="s" to={`${page}/${parcel.subjectId}`}>
        {parcel.subjectNo}
      </To>,
    ],
    [t('direction'), t(`direction.${parcel.direction}`)],
    [t('recipient'), parcel.recipient],
    [t('place'), parcel.place],
    [t('carrier'), parcel.carrierName],
    [t('tracking'), parcel.trackingNo],
    [t('book'), parcel.handOverNo],
  ] as const;
  return (
    <dl className="ow-parcel-facts">
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

interface TroubleProps {
  readonly parcel: ParcelInFull;
  readonly what: Trouble['what'];
  readonly onClose: () => void;
}

function TroubleModal({ parcel, what, onClose }: TroubleProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.settleTrouble, {
    params: { id: parcel.id },
    initial: { version: parcel.version, what },
    done: t('done'),
    onDone: onClose,
  });
  return (
    <Modal open title={t(what)} footer={null} onCancel={onClose}>
      <ContractForm form={form} submitLabel={t(what)} onCancel={onClose}>
        <Field form={form} name="reason" label={t('reason')}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Field>
      </ContractForm>
    </Modal>
  );
}
