import { Card, type Fact, Facts, formatList } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { HandlingItem, LegalBasis } from '../../contract.ts';
import { codeWords } from '../words/codes/messages.ts';
import { useText } from '../words/use-text.ts';
import { guideFile } from './guide-file.ts';
import { messages } from './messages.ts';

/** What happens, one step after the other. */
export function Steps({ steps }: Pick<HandlingItem, 'steps'>) {
  const t = useWords(messages);
  const say = useText();
  if (steps.length === 0) return null;
  return (
    <Card title={t('steps')}>
      <ol className="ow-guide-steps">
        {steps.map((step) => (
          <li key={step.name.zh}>
            <strong>{say(step.name)}</strong>
            {step.description === undefined ? null : <p>{say(step.description)}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What one gets in the end, for how long, and how. */
export function ResultCard({
  item,
  matterId,
}: {
  readonly item: HandlingItem;
  readonly matterId: string;
}) {
  const t = useWords(messages);
  const c = useWords(codeWords);
  const say = useText();
  const { result } = item;
  const facts: readonly Fact[] = [
    { name: t('resultName'), value: say(result.name) },
    { name: t('resultKind'), value: c(`result.${result.type}`) },
    ...(result.type === '10'
      ? [{ name: t('validity'), value: sayMonths(result.validMonths, t) }]
      : []),
    {
      name: t('delivery'),
      value: formatList(
        result.delivery.map((way) => c(`delivery.${way}`)),
        t.language,
      ),
    },
  ];
  const { sampleFileId } = result;
  return (
    <Card title={t('result')}>
      <Facts facts={facts} />
      {sampleFileId === undefined ? null : (
        <p className="ow-no-print">
          <a href={guideFile(matterId, sampleFileId)}>{t('resultSample')}</a>
        </p>
      )}
    </Card>
  );
}

type T = ReturnType<typeof useWords<(typeof messages)['zh-CN']>>;

function sayMonths(months: number | undefined, t: T): string {
  if (months === undefined) return t('validAlways');
  return months % 12 === 0
    ? t('validYears', { count: months / 12 })
    : t('validMonths', { count: months });
}

/** The articles on which it rests, word by word. */
export function Law({ basis }: { readonly basis: readonly LegalBasis[] }) {
  const t = useWords(messages);
  return (
    <Card title={t('law')} {...(t.language === 'en' ? { hint: t('official') } : {})}>
      <ul className="ow-guide-law" lang="zh-CN">
        {basis.map((one) => (
          <li key={`${one.law} ${one.article}`}>
            <details>
              <summary>
                {one.law} {one.article}
              </summary>
              <p>{one.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Questions that people ask, with their answers. */
export function Faq({ faq }: Pick<HandlingItem, 'faq'>) {
  const t = useWords(messages);
  const say = useText();
  if (faq.length === 0) return null;
  return (
    <Card title={t('faq')}>
      <ul className="ow-guide-law ow-guide-faq">
        {faq.map(({ question, answer }) => (
          <li key={question.zh}>
            <details>
              <summary>{say(question)}</summary>
              <p>{say(answer)}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
