import { Button, Modal } from 'antd';
import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  Page,
  RowTable,
  Section,
  StatusTag,
  useContractForm,
  useGo,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type DuplicatePair, routes } from '../../contract.ts';
import { MergesSection } from './MergesSection.tsx';
import { messages } from './messages.ts';

import './parties.css';
import { PartyLine } from './PartyLine.tsx';

/** Records that are probably one party, and the merges so far. */
export function DuplicatesPage() {
  const t = useWords(messages);
  const pairs = useCall(routes.listDuplicates, { query: { limit: 100 } });
  const [dismissed, dismiss] = useState<DuplicatePair | undefined>(undefined);
  return (
    <Page title={t('duplicates')} description={t('duplicatesHint')}>
      <Section title={t('candidates')}>
        <WithAnswer answer={pairs}>
          {({ items }) => <PairsTable items={items} onDismiss={dismiss} />}
        </WithAnswer>
      </Section>
      <MergesSection />
      {dismissed === undefined ? null : (
        <DismissModal pair={dismissed} onClose={() => dismiss(undefined)} />
      )}
    </Page>
  );
}

const SURE = 80;

function PairsTable({
  items,
  onDismiss,
}: {
  readonly items: readonly DuplicatePair[];
  readonly onDismiss: (pair: DuplicatePair) => void;
}) {
  const t = useWords(messages);
  const go = useGo();
  return (
    <RowTable
      label={t('candidates')}
      rows={items}
      rowKey={(pair) => `${pair.one.id} ${pair.other.id}`}
      empty={{ title: t('noDuplicates'), hint: t('noDuplicatesHint') }}
      columns={[
        { key: 'one', title: t('one'), render: (pair) => <PartyLine party={pair.one} /> },
        { key: 'other', title: t('other'), render: (pair) => <PartyLine party={pair.other} /> },
        {
          key: 'score',
          title: t('score'),
          align: 'end',
          render: (pair) => (
            <StatusTag tone={pair.score >= SURE ? 'warn' : 'idle'}>{pair.score}</StatusTag>
          ),
        },
        {
          key: 'reasons',
          title: t('reasons'),
          render: (pair) => (
            <ul className="ow-parties-reasons">
              {pair.reasons.map((reason) => (
                <li key={reason}>{t(`why.${reason}`)}</li>
              ))}
            </ul>
          ),
        },
        {
          key: 'acts',
          title: t('acts'),
          render: (pair) => (
            <>
              <Button
                size="small"
                type="primary"
                onClick={() => go(`/party-duplicates/${pair.one.id}/${pair.other.id}`)}
              >
                {t('compare')}
              </Button>{' '}
              <Button size="small" onClick={() => onDismiss(pair)}>
                {t('notSame')}
              </Button>
            </>
          ),
        },
      ]}
    />
  );
}

function DismissModal({
  pair,
  onClose,
}: {
  readonly pair: DuplicatePair;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const form = useContractForm(routes.dismissDuplicate, {
    initial: { oneId: pair.one.id, otherId: pair.other.id },
    onDone: onClose,
  });
  return (
    <Modal open title={t('notSameTitle')} footer={null} onCancel={onClose}>
      <ContractForm form={form} submitLabel={t('notSame')} onCancel={onClose}>
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}
