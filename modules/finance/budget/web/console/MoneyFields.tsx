import { parseTypedYuan } from '#kernel/money/fen.ts';
import { Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

/** Amounts of the facts that stand together. */
export type MoneyGroup = 'lastYear' | 'lastYearThreePublic' | 'procurement';
export type Amounts = Readonly<Record<string, string>>;

interface MoneyFieldsProps {
  readonly group: MoneyGroup;
  readonly amounts: Amounts | null;
  readonly onChange: (amounts: Amounts) => void;
}

/** Amounts that belong together, each with its name. */
export function MoneyFields({ group, amounts, onChange }: MoneyFieldsProps) {
  const t = useWords(messages);
  const say = (key: string) => (isAmountKey(key) ? AMOUNT_WORDS[key] : 'amount');
  return (
    <Section title={t(group)}>
      {amounts === null ? (
        <p>{t('notGiven')}</p>
      ) : (
        <div className="ow-budget-money">
          {Object.entries(amounts).map(([key, text]) => (
            <label key={key}>
              {t(say(key))}
              <input
                className="ow-budget-amount-input"
                inputMode="decimal"
                aria-invalid={!parseTypedYuan(text).ok}
                value={text}
                onChange={(event) => onChange({ ...amounts, [key]: event.target.value })}
              />
            </label>
          ))}
        </div>
      )}
    </Section>
  );
}

/** What an amount of the facts is called. */
const AMOUNT_WORDS = {
  total: 'factTotal',
  fiscal: 'factFiscal',
  generalPublic: 'factGeneralPublic',
  governmentFund: 'factGovernmentFund',
  stateCapital: 'factStateCapital',
  abroad: 'factAbroad',
  vehiclePurchase: 'factVehiclePurchase',
  vehicleRunning: 'factVehicleRunning',
  reception: 'factReception',
  goods: 'factGoods',
  works: 'factWorks',
  services: 'factServices',
  reserved: 'factReserved',
  small: 'factSmall',
} as const;

const isAmountKey = (key: string): key is keyof typeof AMOUNT_WORDS => key in AMOUNT_WORDS;
