import { Form, Input, Select } from 'antd';

import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { useCall } from '#web/client/index.ts';
import { DayField, UploadField } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Contract, routes } from '../../../contract.ts';
import { messages } from '../../messages.ts';
import { sayYuan } from '../../parts/say-yuan.ts';
import { words } from './messages.ts';
import { MoneyField, Part } from './parts.tsx';

const ACCEPTED = '.pdf,.ofd,.xml,image/*';

/** The contract of a settlement, a payment or a closure, found by number, name or supplier. */
export function ContractField(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
}) {
  const t = useWords(words);
  const answer = useCall(routes.listContracts, { query: { state: 'running', limit: 100 } });
  return (
    <Select<string>
      {...props}
      value={props.value === undefined || props.value === '' ? null : props.value}
      loading={answer.isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('chooseContract')}
      popupMatchSelectWidth={false}
      options={(answer.data?.items ?? []).map(({ id, number, name, supplier }) => ({
        value: id,
        label: `${number} ${name} ${supplier}`,
      }))}
    />
  );
}

function useChosenContract(): Contract | undefined {
  const id = Form.useWatch<string | undefined>(['body', 'contractId']) ?? '';
  const answer = useCall(routes.getContract, { params: { id } }, { enabled: id !== '' });
  return id === '' ? undefined : answer.data;
}

/** 结算: what the way of pricing asks for, the day from which the days to pay count, and the invoice. */
export function SettlementFields() {
  const t = useWords(words);
  const contract = useChosenContract();
  return (
    <>
      <Part at="contractId" label={t('contract')}>
        <ContractField />
      </Part>
      {contract === undefined ? null : <OwedFields contract={contract} />}
      <div className="ow-contracts-pair">
        <Part at="confirmedOn" label={t('confirmedOn')} hint={t('confirmedHint')}>
          <DayField />
        </Part>
        <Part at="invoiceNumber" label={t('invoiceNumber')} isOptional>
          <Input className="ow-field-narrow" autoComplete="off" maxLength={60} />
        </Part>
        <Part at="invoicedOn" label={t('invoicedOn')} isOptional>
          <DayField />
        </Part>
      </div>
      <Form.Item name={['body', 'invoiceFileId']} label={t('invoiceFile')}>
        <FileField purpose="contracts.invoice" label={t('invoiceUpload')} />
      </Form.Item>
    </>
  );
}

function OwedFields({ contract }: { readonly contract: Contract }) {
  const t = useWords(words);
  const m = useWords(messages);
  const what = (
    <Part at="what" label={t('what')} isOptional={contract.type === 'milestone'}>
      <Input autoComplete="off" maxLength={200} />
    </Part>
  );
  switch (contract.type) {
    case 'milestone':
      return (
        <>
          <Part at="instalment" label={m('instalment')}>
            <Select<number>
              options={contract.instalments.map(({ seq, label, amount, state }) => ({
                value: seq,
                label: `${seq} ${label} ${sayYuan(amount)} · ${m(`instalment.${state}`)}`,
                disabled: state === 'settled' || state === 'paid',
              }))}
            />
          </Part>
          {what}
        </>
      );
    case 'metered':
      return (
        <>
          <Part
            at="untilOn"
            label={t('untilOn')}
            hint={t('uncounted', {
              count: contract.uncounted,
              unit: contract.meter?.unit ?? '',
              price: sayYuan(contract.meter?.unitPrice ?? '0.00'),
            })}
          >
            <DayField />
          </Part>
          {what}
        </>
      );
    case 'as-incurred':
      return (
        <>
          <Part
            at="amount"
            label={t('amount')}
            hint={t('leftOfContract', { left: sayYuan(contract.left) })}
          >
            <MoneyField />
          </Part>
          {what}
        </>
      );
  }
}

/** 付款: of a settlement that is owed, with the voucher of the unit's own accounts. */
export function PaymentFields() {
  const t = useWords(words);
  const contract = useChosenContract();
  const open = (contract?.settlements ?? []).filter((one) => one.paid !== one.amount);
  return (
    <>
      <Part at="contractId" label={t('contract')}>
        <ContractField />
      </Part>
      <Part at="settlementId" label={t('settlement')}>
        <Select<string>
          disabled={contract === undefined}
          placeholder={t('chooseSettlement')}
          options={open.map(({ id, seq, what, amount, paid, dueOn, isOverdue }) => ({
            value: id,
            label: `${seq} ${what} ${t('owed', { amount: sayYuan(amount), paid: sayYuan(paid), dueOn })}${isOverdue ? ` · ${t('late')}` : ''}`,
          }))}
        />
      </Part>
      <div className="ow-contracts-pair">
        <Part at="amount" label={t('amount')}>
          <MoneyField />
        </Part>
        <Part at="paidOn" label={t('paidOn')}>
          <DayField />
        </Part>
        <Part at="voucher" label={t('voucher')} hint={t('voucherHint')}>
          <Input className="ow-field-narrow" autoComplete="off" maxLength={60} />
        </Part>
      </div>
    </>
  );
}

/** What a contract does not need any more, given back; or carried to the next year. */
export function ContractOnly() {
  const t = useWords(words);
  return (
    <Part at="contractId" label={t('contract')}>
      <ContractField />
    </Part>
  );
}

interface FileFieldProps {
  readonly value?: string | null;
  readonly onChange?: (id: string) => void;
  readonly purpose: 'contracts.invoice' | 'contracts.evidence';
  readonly label: string;
}

/** One file that belongs to a document: sent as it is chosen. */
export function FileField({ onChange, purpose, label }: FileFieldProps) {
  return (
    <UploadField
      label={label}
      accept={ACCEPTED}
      maxBytes={20 * 1024 * 1024}
      contract={fileRoutes.uploadFiles}
      place={{ query: { purpose } }}
      onDone={({ items: [file] }) => {
        if (file !== undefined) onChange?.(file.id);
      }}
    />
  );
}
