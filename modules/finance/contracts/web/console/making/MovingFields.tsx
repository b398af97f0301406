import { Input } from 'antd';

import { DayField } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  categoryWords,
  methodWords,
  ProcurementCategory,
  ProcurementMethod,
} from '../../../contract.ts';
import { messages } from '../../messages.ts';
import { words } from './messages.ts';
import { ChoiceField, LineField, MoneyField, Part } from './parts.tsx';

interface YearProps {
  readonly year: number | undefined;
}

/** 调整: one line, more or less. */
export function AdjustmentFields({ year }: YearProps) {
  const t = useWords(words);
  return (
    <>
      <Part at="lineId" label={t('line')}>
        <LineField year={year} />
      </Part>
      <Part at="amount" label={t('signedAmount')} hint={t('signedAmountHint')}>
        <MoneyField />
      </Part>
      <Part at="paper" label={t('paper')}>
        <Input autoComplete="off" maxLength={100} placeholder={t('paperExample')} />
      </Part>
    </>
  );
}

/** 调剂: from one line to another. */
export function TransferFields({ year }: YearProps) {
  const t = useWords(words);
  return (
    <>
      <Part at="fromLineId" label={t('fromLine')}>
        <LineField year={year} />
      </Part>
      <Part at="toLineId" label={t('toLine')}>
        <LineField year={year} />
      </Part>
      <Part at="amount" label={t('amount')}>
        <MoneyField />
      </Part>
      <Part at="paper" label={t('paper')}>
        <Input autoComplete="off" maxLength={100} />
      </Part>
    </>
  );
}

/** 采购申请: an item of the plan, whose money is kept. */
export function ReservationFields({ year }: YearProps) {
  const t = useWords(words);
  const m = useWords(messages);
  return (
    <>
      <Part at="lineId" label={t('line')}>
        <LineField year={year} />
      </Part>
      <Part at="name" label={t('itemName')}>
        <Input autoComplete="off" maxLength={200} />
      </Part>
      <div className="ow-contracts-pair">
        <Part at="category" label={m('category')}>
          <ChoiceField
            options={ProcurementCategory.options}
            say={(one) => categoryWords[one][t.language]}
          />
        </Part>
        <Part at="method" label={t('method')}>
          <ChoiceField
            options={ProcurementMethod.options}
            say={(one) => methodWords[one][t.language]}
          />
        </Part>
        <Part at="catalogueCode" label={t('catalogueCode')} isOptional>
          <Input className="ow-field-narrow" autoComplete="off" maxLength={40} />
        </Part>
        <Part at="amount" label={t('itemAmount')}>
          <MoneyField />
        </Part>
        <Part at="sme" label={m('sme')} hint={t('smeHint')}>
          <MoneyField />
        </Part>
        <Part at="smallMicro" label={m('smallMicro')}>
          <MoneyField />
        </Part>
        <Part at="intentOn" label={t('intentOn')} isOptional hint={t('intentHint')}>
          <DayField />
        </Part>
      </div>
    </>
  );
}
