import { Button, Input, Select } from 'antd';
import { useId } from 'react';

import { useWords } from '#web/kit/words.ts';

import type { SensitiveTrade } from '../../contract.ts';
import { messages } from './messages.ts';

interface TradesFieldProps {
  readonly value?: readonly SensitiveTrade[];
  readonly onChange?: (trades: readonly SensitiveTrade[]) => void;
}

const NONE: readonly SensitiveTrade[] = [];
const BLANK: SensitiveTrade = { nameZh: '', nameEn: '', words: [] };

/** Sensitive trades: a name in both languages, and the words of a scope of business that say it. */
export function TradesField({ value = NONE, onChange }: TradesFieldProps) {
  const t = useWords(messages);
  const replace = (at: number, trade: SensitiveTrade) => onChange?.(value.with(at, trade));
  return (
    <div className="ow-prem-trades">
      {value.length === 0 ? <p className="ow-form-hint">{t('noTrades')}</p> : null}
      {value.map((trade, at) => (
        <Trade
          // oxlint-disable-next-line react/no-array-index-key -- a trade has no id, and its name is being typed
          key={at}
          trade={trade}
          onChange={(changed) => replace(at, changed)}
          onRemove={() => onChange?.(value.toSpliced(at, 1))}
        />
      ))}
      <div>
        <Button onClick={() => onChange?.([...value, BLANK])}>{t('addTrade')}</Button>
      </div>
    </div>
  );
}

interface TradeProps {
  readonly trade: SensitiveTrade;
  readonly onChange: (trade: SensitiveTrade) => void;
  readonly onRemove: () => void;
}

function Trade({ trade, onChange, onRemove }: TradeProps) {
  const t = useWords(messages);
  const id = useId();
  return (
    <fieldset className="ow-prem-trade">
      <legend className="ow-only-read">{trade.nameZh || t('addTrade')}</legend>
      <label htmlFor={`${id}-zh`}>
        {t('tradeZh')}
        <Input
          id={`${id}-zh`}
          value={trade.nameZh}
          maxLength={40}
          onChange={({ target }) => onChange({ ...trade, nameZh: target.value })}
        />
      </label>
      <label htmlFor={`${id}-en`}>
        {t('tradeEn')}
        <Input
          id={`${id}-en`}
          value={trade.nameEn}
          maxLength={80}
          onChange={({ target }) => onChange({ ...trade, nameEn: target.value })}
        />
      </label>
      <label htmlFor={`${id}-words`} className="ow-prem-trade-words">
        {t('tradeWords')}
        <Select
          id={`${id}-words`}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['，', ',', '、', ' ']}
          value={trade.words}
          onChange={(words: string[]) => onChange({ ...trade, words })}
        />
      </label>
      <Button
        danger
        type="text"
        aria-label={t('removeTrade', { name: trade.nameZh })}
        onClick={onRemove}
      >
        {t('remove')}
      </Button>
    </fieldset>
  );
}
