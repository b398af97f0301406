import { useWords } from '#web/kit/words.ts';

import { sayAmount } from '../words/say-amount.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import type { BundlePartProps } from './BundleMembers.tsx';
import { sayPapers } from './GuideActs.tsx';
import { messages } from './messages.ts';
import { ShareActs } from './ShareActs.tsx';

/** The bundle in four figures, and what to do next. */
export function BundleActs({ guide, requirements }: BundlePartProps) {
  const t = useWords(messages);
  const sayLimit = useLimitWords();
  const { content } = guide;
  const { promised, totalFen } = requirements;
  return (
    <aside className="ow-guide-acts" aria-label={t('summary')}>
      <dl>
        {promised === undefined ? null : (
          <div>
            <dt>{t('bundleLimit')}</dt>
            <dd>{sayLimit(promised)}</dd>
          </div>
        )}
        <div>
          <dt>{t('visits')}</dt>
          <dd>
            {content.visits === 0 ? t('visitsNone') : t('visitsCount', { count: content.visits })}
          </dd>
        </div>
        <div>
          <dt>{t('papers')}</dt>
          <dd>{sayPapers(requirements, t)}</dd>
        </div>
        <div>
          <dt>{t('feesShort')}</dt>
          <dd>{totalFen === 0 ? t('feeFree') : sayAmount(totalFen, t.language)}</dd>
        </div>
        {content.compositeLicence === undefined ? null : (
          <div>
            <dt>{t('licence')}</dt>
            <dd>
              {t.language === 'en'
                ? (content.compositeLicence.name.en ?? content.compositeLicence.name.zh)
                : content.compositeLicence.name.zh}
            </dd>
          </div>
        )}
      </dl>
      <div className="ow-guide-buttons ow-no-print">
        <p className="ow-guide-small">{t('bundleWhere')}</p>
        <ShareActs />
      </div>
    </aside>
  );
}
