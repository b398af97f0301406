import { Button, Form, Input, Popconfirm, Select } from 'antd';
import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Page,
  Section,
  useContractForm,
  useFilters,
  useGo,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { DocumentKind, kindWords, routes } from '../../../contract.ts';
import { messages } from '../../messages.ts';
import { sayYuan } from '../../parts/say-yuan.ts';
import { bodyOf, documentOf } from './body-of.ts';
import { ContractFields } from './ContractFields.tsx';

import './making.css';
import { words } from './messages.ts';
import { AdjustmentFields, ReservationFields, TransferFields } from './MovingFields.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { ContractOnly, PaymentFields, SettlementFields } from './SettlingFields.tsx';
import { usePreview } from './use-preview.ts';

/** Where the form was opened from: what it begins with. */
const Place = z.object({
  kind: DocumentKind.optional(),
  year: z.coerce.number().int().optional(),
  contract: z.uuid().optional(),
  settlement: z.uuid().optional(),
  instalment: z.coerce.number().int().optional(),
  amount: z.string().max(24).optional(),
  line: z.uuid().optional(),
  day: z.iso.date().optional(),
});
type Place = z.infer<typeof Place>;

/** Kinds that are made here; carry-over and reversal begin where the thing is that they concern. */
const MADE_HERE = [
  'contract',
  'settlement',
  'payment',
  'reservation',
  'adjustment',
  'transfer',
  'closure',
] as const satisfies readonly DocumentKind[];
type MadeHere = (typeof MADE_HERE)[number];

const isMadeHere = (kind: DocumentKind): kind is MadeHere => MADE_HERE.some((one) => one === kind);

/** Makes a document: its fields, what it would do to the ledger, and then the three signatures. */
export function NewDocumentPage() {
  const t = useWords(messages);
  const w = useWords(words);
  const [place, setPlace] = useFilters(Place);
  const overview = useCall(routes.getOverview, { query: {} }, { freshMs: 60_000 });
  const kind = place.kind !== undefined && isMadeHere(place.kind) ? place.kind : 'contract';
  const years = overview.data?.years ?? [];
  return (
    <Page
      title={w('newDocument')}
      description={w('newDocumentHint')}
      crumbs={[{ title: t('documents'), to: '/contracts/documents' }]}
      actions={
        <>
          <Select<MadeHere>
            aria-label={t('kind')}
            className="ow-contracts-kind"
            value={kind}
            options={MADE_HERE.map((one) => ({ value: one, label: kindWords[one][t.language] }))}
            onChange={(one) => setPlace({ kind: one })}
          />
          <Select<number>
            aria-label={t('year')}
            value={place.year ?? years[0] ?? null}
            options={years.map((one) => ({ value: one, label: String(one) }))}
            onChange={(year) => setPlace({ year })}
          />
        </>
      }
    >
      <Making key={kind} kind={kind} place={place} />
    </Page>
  );
}

/** What the fields begin with: what the page was opened for, and what is usual. */
function beginningOf(kind: MadeHere, place: Place): Readonly<Record<string, unknown>> {
  const { contract, settlement, instalment, amount, line, day } = place;
  const from: Readonly<Record<MadeHere, object>> = {
    contract: {
      type: 'milestone',
      supplier: { size: 'small' },
      shares: [{ lineId: line }],
      instalments: [{ trigger: { on: 'signed' }, percent: '30' }, {}],
    },
    settlement: { contractId: contract, instalment, confirmedOn: day },
    payment: { contractId: contract, settlementId: settlement, amount },
    reservation: { lineId: line, category: 'services', method: 'below-threshold' },
    adjustment: { lineId: line },
    transfer: { fromLineId: line },
    closure: { contractId: contract },
  };
  return { ...from[kind] };
}

interface MakingProps {
  readonly kind: MadeHere;
  readonly place: Place;
}

function Making({ kind, place }: MakingProps) {
  const w = useWords(words);
  const t = useWords(messages);
  const go = useGo();
  const form = useContractForm(routes.prepareDocument, {
    // The fields hold what was typed; what is sent is made of it and checked by the contract.
    initial: { body: beginningOf(kind, place), reason: '' } as never,
    toBody: (values) => documentOf(kind, values),
    done: t('handedOver'),
    onDone: ({ id }) => go(`/contracts/documents/${id}`),
  });
  const fields: unknown = Form.useWatch(['body'], { form: form.form, preserve: true });
  const state = usePreview(bodyOf(kind, fields ?? form.initial['body']));
  return (
    <div className="ow-contracts-making">
      <ContractForm form={form} hasButtons={false}>
        <Section title={kindWords[kind][t.language]}>
          <KindFields kind={kind} year={place.year} />
          <Form.Item name="reason" label={t('reason')} required>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
          <div className="ow-form-buttons">
            <Popconfirm
              title={w('confirmTitle', { kind: kindWords[kind][t.language] })}
              description={w('confirmHint', { amount: sayYuan(state.preview?.amount ?? '0.00') })}
              okText={w('handOver')}
              disabled={state.preview === undefined}
              okButtonProps={{ autoFocus: true }}
              onConfirm={() => void form.submit()}
            >
              <Button
                type="primary"
                loading={form.isBusy}
                onClick={() => {
                  // What is not complete is said at its field; what is complete is confirmed first.
                  if (state.preview === undefined) void form.submit();
                }}
              >
                {w('handOver')}
              </Button>
            </Popconfirm>
            <Button onClick={() => go('/contracts/documents')}>{w('leave')}</Button>
          </div>
        </Section>
      </ContractForm>
      <aside className="ow-contracts-aside">
        <PreviewPanel state={state} kind={kind} />
      </aside>
    </div>
  );
}

function KindFields({
  kind,
  year,
}: {
  readonly kind: MadeHere;
  readonly year: number | undefined;
}) {
  switch (kind) {
    case 'contract':
      return <ContractFields year={year} />;
    case 'settlement':
      return <SettlementFields />;
    case 'payment':
      return <PaymentFields />;
    case 'reservation':
      return <ReservationFields year={year} />;
    case 'adjustment':
      return <AdjustmentFields year={year} />;
    case 'transfer':
      return <TransferFields year={year} />;
    case 'closure':
      return <ContractOnly />;
  }
}
