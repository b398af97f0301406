import { Button } from 'antd';

import { addressOf, useCall, useLive } from '#web/client/index.ts';
import {
  FigureStrip,
  formatInstant,
  Page,
  RowTable,
  Section,
  useLanguage,
  useParam,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type HandOverInFull, LIVE, routes } from '../../contract.ts';
import { ParcelTag } from '../parts/ParcelTag.tsx';
import { messages } from './messages.ts';

/** One batch of the hand-over book. */
export function HandOverPage() {
  const id = useParam('handOverId');
  const answer = useCall(routes.getHandOver, { params: { id } });
  useLive([LIVE]);
  return <WithAnswer answer={answer}>{(batch) => <Whole batch={batch} />}</WithAnswer>;
}

function Whole({ batch }: { readonly batch: HandOverInFull }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <Page
      title={`${t('batch')} ${batch.number}`}
      crumbs={[{ title: t('book'), to: '/parcels/hand-overs' }]}
      actions={
        <Button
          type="primary"
          href={addressOf(routes.printHandOver, { params: { id: batch.id } })}
          target="_blank"
        >
          {t('print')}
        </Button>
      }
    >
      <FigureStrip
        items={[
          [t('at'), formatInstant(batch.at, language)],
          [t('carrier'), batch.carrierName],
          [t('courier'), batch.courierName],
          [t('by'), batch.byName],
          [t('parcels'), batch.parcels],
          [t('signature'), t(batch.hasSignature ? 'signed' : 'unsigned')],
        ]}
      />
      <Section title={t('items')}>
        <RowTable
          label={t('items')}
          rows={batch.items}
          rowKey={(row) => row.id}
          rowTo={(row) => `/parcels/${row.id}`}
          columns={[
            { key: 'parcel', title: t('parcel'), render: (row) => row.number },
            { key: 'tracking', title: t('tracking'), render: (row) => row.trackingNo },
            { key: 'subject', title: t('subject'), render: (row) => row.subjectNo },
            { key: 'contents', title: t('contents'), render: (row) => row.contents },
            { key: 'recipient', title: t('recipient'), render: (row) => row.recipient },
            {
              key: 'originals',
              title: t('originals'),
              render: (row) => t(row.hasOriginals ? 'yes' : 'no'),
            },
            { key: 'state', title: t('state'), render: (row) => <ParcelTag state={row.state} /> },
          ]}
        />
      </Section>
    </Page>
  );
}
