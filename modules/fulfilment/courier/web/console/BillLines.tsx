import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';

import {
  ContractForm,
  DataTable,
  Field,
  formatDay,
  StatusTag,
  type Tone,
  useContractForm,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type BillLine,
  Difference,
  differenceWords,
  PAYABLE,
  routes,
  Verdict,
  verdictWords,
  wordsOfHeld,
} from '../../contract.ts';
import { messages } from './messages.ts';

type Judgement = Exclude<Verdict, 'agreed'>;

const TONES: Readonly<Record<Verdict, Tone>> = {
  agreed: 'good',
  open: 'warn',
  'paid-at-contract': 'good',
  dropped: 'idle',
};

const ACTS = { 'paid-at-contract': 'pay', dropped: 'drop', open: 'reopen' } as const;

/** The lines of a bill; a delivered parcel whose weight or price differs is judged here. */
export function BillLines({ month }: { readonly month: string }) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const [asked, ask] = useState<Asked | undefined>(undefined);
  return (
    <>
      <DataTable
        name="courier.lines"
        contract={routes.listLines}
        params={{ month }}
        label={t('lines')}
        hasHeading
        rowKey={(row) => String(row.rowNumber)}
        searchHint={t('search')}
        exportContract={routes.exportLines}
        filters={[
          {
            key: 'difference',
            title: t('difference'),
            options: Difference.options.map((value) => ({
              value,
              label: say(differenceWords[value]),
            })),
          },
          {
            key: 'verdict',
            title: t('verdict'),
            options: Verdict.options.map((value) => ({ value, label: say(verdictWords[value]) })),
          },
        ]}
        columns={[
          { key: 'row', title: t('row'), width: '70px', render: (row) => row.rowNumber },
          { key: 'tracking', title: t('tracking'), render: (row) => <Tracking line={row} /> },
          { key: 'ourNumber', title: t('ourNumber'), render: (row) => row.ourNumber },
          {
            key: 'signedOn',
            title: t('signedOn'),
            render: (row) => (row.signedOn === null ? '' : formatDay(row.signedOn, language)),
          },
          { key: 'grams', title: t('grams'), align: 'end', render: (row) => row.weightGrams ?? '' },
          {
            key: 'amount',
            title: t('billedAmount'),
            align: 'end',
            render: (row) => row.amount ?? '',
          },
          {
            key: 'difference',
            title: t('difference'),
            render: (row) =>
              row.difference === 'none' ? '' : say(differenceWords[row.difference]),
          },
          { key: 'held', title: t('held'), render: (row) => say(wordsOfHeld(row.held)) },
          { key: 'verdict', title: t('verdict'), render: (row) => <Judged line={row} /> },
          {
            key: 'acts',
            title: t('acts'),
            render: (row) => (
              <LineActs line={row} onAct={(verdict) => ask({ line: row, verdict })} />
            ),
          },
        ]}
        empty={{ title: t('linesNone'), hint: t('linesNoneHint') }}
      />
      {asked === undefined ? null : (
        <JudgeModal month={month} {...asked} onClose={() => ask(undefined)} />
      )}
    </>
  );
}

function Tracking({ line }: { readonly line: BillLine }) {
  return line.parcelId === null ? (
    line.trackingNo
  ) : (
    <a href={`/desk/parcels/${line.parcelId}`}>{line.trackingNo}</a>
  );
}

function Judged({ line }: { readonly line: BillLine }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <>
      <StatusTag tone={TONES[line.verdict]}>{say(verdictWords[line.verdict])}</StatusTag>
      {line.reason === '' ? null : <small> {line.reason}</small>}
      {line.settledIn === null ? null : <small> {t('settledIn', { month: line.settledIn })}</small>}
    </>
  );
}

interface Asked {
  readonly line: BillLine;
  readonly verdict: Judgement;
}

function LineActs({
  line,
  onAct,
}: {
  readonly line: BillLine;
  readonly onAct: (verdict: Judgement) => void;
}) {
  const t = useWords(messages);
  const isPayable = PAYABLE.some((one) => one === line.difference) && line.settledIn === null;
  if (!isPayable) return null;
  const verdicts = Verdict.exclude(['agreed']).options.filter((one) => one !== line.verdict);
  return (
    <Space size="small" wrap>
      {verdicts.map((verdict) => (
        <Button key={verdict} size="small" onClick={() => onAct(verdict)}>
          {t(ACTS[verdict])}
        </Button>
      ))}
    </Space>
  );
}

interface JudgeModalProps extends Asked {
  readonly month: string;
  readonly onClose: () => void;
}

function JudgeModal({ month, line, verdict, onClose }: JudgeModalProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.judgeLine, {
    params: { month, rowNumber: line.rowNumber },
    initial: { verdict },
    done: t('done'),
    onDone: onClose,
  });
  const title = t(ACTS[verdict]);
  return (
    <Modal open title={`${title} ${line.trackingNo}`} footer={null} onCancel={onClose}>
      <ContractForm form={form} submitLabel={title} onCancel={onClose}>
        <Field form={form} name="reason" label={t('reason')}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Field>
      </ContractForm>
    </Modal>
  );
}
