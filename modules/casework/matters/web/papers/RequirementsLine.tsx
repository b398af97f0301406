import { useWords } from '#web/kit/words.ts';

import type { Requirements } from '../../contract.ts';
import { messages } from '../words/messages.ts';
import { sayAmount } from '../words/say-amount.ts';
import { useLimitWords } from '../words/use-limit-words.ts';

import './papers.css';

/** Promised limit, statutory limit and fee of one application. */
export function RequirementsLine({
  requirements,
}: {
  readonly requirements: Pick<Requirements, 'promised' | 'statutory' | 'totalFen'>;
}) {
  const t = useWords(messages);
  const sayLimit = useLimitWords();
  const { promised, statutory, totalFen } = requirements;
  return (
    <dl className="ow-papers-sum">
      <div>
        <dt>{t('promised')}</dt>
        <dd>{sayLimit(promised)}</dd>
      </div>
      <div>
        <dt>{t('statutory')}</dt>
        <dd>{sayLimit(statutory)}</dd>
      </div>
      <div>
        <dt>{t('fee')}</dt>
        <dd>{totalFen === 0 ? t('free') : sayAmount(totalFen, t.language)}</dd>
      </div>
    </dl>
  );
}
