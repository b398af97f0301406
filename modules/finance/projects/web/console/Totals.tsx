import { Bucket } from '#modules/finance/contracts/contract.ts';
import { useWords } from '#web/kit/words.ts';

import type { YearTotals } from '../../contract.ts';
import { messages } from '../messages.ts';
import { Amount } from './Amount.tsx';

import './projects.css';

interface TotalsProps {
  readonly figures: YearTotals['figures'];
  /** The ledger behind a bucket. */
  readonly behind: (bucket: Bucket) => string;
}

/** The budget and where it stands, with its shares as one bar. */
export function Totals({ figures, behind }: TotalsProps) {
  const t = useWords(messages);
  return (
    <div className="ow-projects-totals">
      <dl>
        <div>
          <dt>{t('limit')}</dt>
          <dd>
            <Amount yuan={figures.limit} />
          </dd>
        </div>
        {Bucket.options.map((bucket) => (
          <div key={bucket} data-bucket={bucket}>
            <dt>{t(bucket)}</dt>
            <dd>
              <Amount yuan={figures[bucket]} to={behind(bucket)} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('progress')}</dt>
          <dd>{figures.progress}</dd>
        </div>
      </dl>
    </div>
  );
}
