import { Form, Input, InputNumber, Select } from 'antd';

import { useCall } from '#web/client/index.ts';
import { DayField } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { ContractType, routes, SizeClass } from '../../../contract.ts';
import { messages } from '../../messages.ts';
import { InstalmentList, ShareList } from './ContractLists.tsx';
import { words } from './messages.ts';
import { ChoiceField, MoneyField, Part } from './parts.tsx';

/** A contract: who, for how much, from which lines, and when it is paid. */
export function ContractFields({ year }: { readonly year: number | undefined }) {
  const t = useWords(words);
  const m = useWords(messages);
  const type = Form.useWatch<ContractType | undefined>(['body', 'type']);
  return (
    <>
      <fieldset className="ow-contracts-part">
        <legend>{t('part.what')}</legend>
        <Part at="name" label={m('name')}>
          <Input autoComplete="off" maxLength={200} />
        </Part>
        <div className="ow-contracts-pair">
          <Part at="number" label={t('contractNumber')}>
            <Input className="ow-field-narrow" autoComplete="off" maxLength={60} />
          </Part>
          <Part
            at="type"
            label={m('type')}
            hint={type === undefined ? undefined : t(`typeHint.${type}`)}
          >
            <ChoiceField options={ContractType.options} say={(one) => m(`type.${one}`)} />
          </Part>
        </div>
      </fieldset>
      <fieldset className="ow-contracts-part">
        <legend>{m('supplier')}</legend>
        <Part at={['supplier', 'name']} label={t('supplierName')}>
          <Input autoComplete="off" maxLength={200} />
        </Part>
        <div className="ow-contracts-pair">
          <Part at={['supplier', 'creditCode']} label={t('creditCode')} isOptional>
            <Input className="ow-field-narrow" autoComplete="off" maxLength={18} />
          </Part>
          <Part at={['supplier', 'size']} label={t('size')} hint={t('sizeHint')}>
            <ChoiceField options={SizeClass.options} say={(one) => t(`size.${one}`)} />
          </Part>
        </div>
      </fieldset>
      <AwardFields year={year} />
      <fieldset className="ow-contracts-part">
        <legend>{t('part.money')}</legend>
        <div className="ow-contracts-pair">
          <Part at="price" label={m('price')}>
            <MoneyField />
          </Part>
          <Part at="paymentDays" label={t('paymentDays')} isOptional hint={t('paymentDaysHint')}>
            <InputNumber className="ow-field-narrow" min={1} max={90} precision={0} />
          </Part>
        </div>
        <ShareList year={year} />
        {type === 'milestone' ? <InstalmentList /> : null}
        {type === 'metered' ? <MeterFields /> : null}
      </fieldset>
      <fieldset className="ow-contracts-part">
        <legend>{t('part.days')}</legend>
        <div className="ow-contracts-pair">
          <Part at="signedOn" label={m('signedOn')}>
            <DayField />
          </Part>
          <Part at="servesFrom" label={t('servesFrom')} isOptional>
            <DayField />
          </Part>
          <Part at="servesUntil" label={t('servesUntil')} isOptional>
            <DayField />
          </Part>
        </div>
      </fieldset>
    </>
  );
}

/** The item that the contract fulfils, with its award; neither below the thresholds. */
function AwardFields({ year }: { readonly year: number | undefined }) {
  const t = useWords(words);
  const answer = useCall(routes.getProcurementPlan, { query: year === undefined ? {} : { year } });
  const open = (answer.data?.items ?? []).filter((item) => item.awarded === '0.00');
  return (
    <fieldset className="ow-contracts-part">
      <legend>{t('part.award')}</legend>
      <Part at="itemId" label={t('item')} isOptional hint={t('itemHint')}>
        <Select<string>
          allowClear
          loading={answer.isLoading}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('noItem')}
          options={open.map(({ id, number, name, amount }) => ({
            value: id,
            label: `${number} ${name} ${amount}`,
          }))}
        />
      </Part>
      <div className="ow-contracts-pair">
        <Part at="award" label={t('award')} isOptional>
          <MoneyField />
        </Part>
        <Part at="awardedOn" label={t('awardedOn')} isOptional>
          <DayField />
        </Part>
      </div>
    </fieldset>
  );
}

function MeterFields() {
  const t = useWords(words);
  return (
    <div className="ow-contracts-pair">
      <Part at={['meter', 'unitPrice']} label={t('unitPrice')}>
        <MoneyField />
      </Part>
      <Part at={['meter', 'unit']} label={t('unit')}>
        <Input className="ow-field-narrow" autoComplete="off" maxLength={20} />
      </Part>
      <Part at={['meter', 'eventType']} label={t('eventType')} hint={t('eventTypeHint')}>
        <Input className="ow-field-narrow" autoComplete="off" placeholder="seals.set-issued" />
      </Part>
    </div>
  );
}
