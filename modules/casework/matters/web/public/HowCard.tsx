import { Card, type Fact, Facts, formatList } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { HandlingItem, MatterContent } from '../../contract.ts';
import { codeWords } from '../words/codes/messages.ts';
import { useText } from '../words/use-text.ts';
import { Official } from './FeesAndTime.tsx';
import { messages } from './messages.ts';

export interface HowCardProps {
  readonly content: MatterContent;
  readonly item: HandlingItem;
}

/** The ways in which it can be handled, and the conditions. */
export function HowCard({ content, item }: HowCardProps) {
  const t = useWords(messages);
  return (
    <Card title={t('how')}>
      <Facts facts={useFacts(content, item)} />
    </Card>
  );
}

function useFacts(content: MatterContent, item: HandlingItem): readonly Fact[] {
  const t = useWords(messages);
  const c = useWords(codeWords);
  const say = useText();
  const list = (parts: readonly string[]) => formatList(parts, t.language);
  const when = (isSo: boolean, name: string, value: Fact['value']): readonly Fact[] =>
    isSo ? [{ name, value }] : [];
  const { commitment, tolerance } = item;
  return [
    { name: t('modes'), value: list(content.applyModes.map((mode) => c(`mode.${mode}`))) },
    { name: t('booking'), value: t(content.bookable ? 'bookable' : 'ticketOnly') },
    ...when(content.kiosk, t('kiosk'), t('kioskYes')),
    ...when(content.express, t('courier'), t('courierYes')),
    ...when(content.payOnline, t('payOnline'), t('payOnlineYes')),
    ...when(
      content.handlingAreas.length > 0,
      t('areas'),
      list(content.handlingAreas.map((area) => c(`area.${area}`))),
    ),
    ...when(
      commitment.allowed,
      t('promise'),
      <>
        {t('promiseYes', { count: commitment.inspectWithinDays })}
        {commitment.promise === undefined ? null : <p>{say(commitment.promise)}</p>}
      </>,
    ),
    ...when(
      tolerance.allowed,
      t('tolerance'),
      t('toleranceYes', { count: tolerance.supplementDays }),
    ),
    {
      name: t('conditions'),
      value: item.conditions.map((condition) => <Official key={condition} text={condition} />),
    },
    ...when(
      content.quantityLimit !== undefined,
      t('quantity'),
      <Official text={content.quantityLimit ?? ''} />,
    ),
    ...when(
      content.intermediaries !== undefined,
      t('intermediaries'),
      <Official text={content.intermediaries ?? ''} />,
    ),
  ];
}
