import { Card, Facts } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Fee, HandlingItem, Requirements } from '../../contract.ts';
import { codeWords } from '../words/codes/messages.ts';
import { sayAmount } from '../words/say-amount.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

export interface FeesAndTimeProps {
  readonly item: HandlingItem;
  readonly requirements: Requirements;
}

/** What it costs, how long it takes, and what time is not counted. */
export function FeesAndTime({ item, requirements }: FeesAndTimeProps) {
  const t = useWords(messages);
  const c = useWords(codeWords);
  const sayLimit = useLimitWords();
  const { promised, statutory, fees } = requirements;
  return (
    <Card title={t('feesAndTime')}>
      <Facts
        facts={[
          { name: t('promised'), value: <strong>{sayLimit(promised)}</strong> },
          {
            name: t('statutory'),
            value: (
              <>
                {sayLimit(statutory)}
                {item.extensionDays === 0 ? null : (
                  <p>{t('extension', { count: item.extensionDays })}</p>
                )}
                {statutory.basis === undefined ? null : <Official text={statutory.basis} />}
              </>
            ),
          },
          ...item.specialProcedures.map((procedure) => ({
            name: c(`special.${procedure.kind}`),
            value: (
              <>
                {t('notCounted', {
                  name: c(`special.${procedure.kind}`),
                  count: procedure.mostDays,
                })}
                <Official text={procedure.basis} />
              </>
            ),
          })),
        ]}
      />
      {fees.length === 0 ? (
        <p className="ow-guide-free">{t('feeFree')}</p>
      ) : (
        <Fees {...requirements} />
      )}
    </Card>
  );
}

function Fees({ fees, totalFen }: Pick<Requirements, 'fees' | 'totalFen'>) {
  const t = useWords(messages);
  const say = useText();
  return (
    <ul className="ow-guide-fees">
      {fees.map(({ fee, amountFen }) => (
        <li key={fee.key}>
          <p>
            <span>{say(fee.name)}</span> <strong>{sayFee(fee, amountFen, t)}</strong>
          </p>
          <Official text={`${t('feeStandard')} · ${fee.standard}`} />
          <Official text={`${t('feeBasis')} · ${fee.basis}`} />
          {fee.reduction === undefined ? null : (
            <Official text={`${t('feeReduction')} · ${fee.reduction}`} />
          )}
        </li>
      ))}
      {fees.length < 2 ? null : (
        <li>
          <p>
            <span>{t('total')}</span> <strong>{sayAmount(totalFen, t.language)}</strong>
          </p>
        </li>
      )}
    </ul>
  );
}

function sayFee(
  fee: Fee,
  amountFen: number,
  t: ReturnType<typeof useWords<(typeof messages)['zh-CN']>>,
) {
  if (fee.perField === undefined) return sayAmount(amountFen, t.language);
  return t('perUnit', { amount: sayAmount(fee.amountFen, t.language) });
}

/** Text of the state, in Chinese only. */
export function Official({ text }: { readonly text: string }) {
  return (
    <p className="ow-guide-official" lang="zh-CN">
      {text}
    </p>
  );
}
