import { ActionLink } from '#web/kit/public/index.ts';
import { type Say, useWords } from '#web/kit/words.ts';

import type { Guide, MatterContent, Requirements } from '../../contract.ts';
import { sayAmount } from '../words/say-amount.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import { messages } from './messages.ts';
import { ShareActs } from './ShareActs.tsx';

/** How many papers are certain; more may come until every question is answered. */
export function sayPapers(
  {
    papers,
    unanswered,
  }: Pick<Requirements, 'unanswered'> & {
    readonly papers: ReadonlyArray<{ readonly need: string }>;
  },
  t: Say<(typeof messages)['zh-CN']>,
): string {
  const count = papers.filter(({ need }) => need === 'required').length;
  return t(unanswered.length > 0 ? 'papersAtLeast' : 'papersCount', { count });
}

export interface GuideActsProps {
  readonly content: MatterContent;
  readonly guide: Guide;
  readonly requirements: Requirements;
  readonly keep: Readonly<Record<string, unknown>>;
}

/** The guide in four figures, and what to do next. */
export function GuideActs({ content, guide, requirements, keep }: GuideActsProps) {
  const t = useWords(messages);
  const sayLimit = useLimitWords();
  const isOnline = content.applyModes.some((mode) => mode === '2' || mode === '3');
  const visits = isOnline ? content.visits.online : content.visits.window;
  return (
    <aside className="ow-guide-acts" aria-label={t('summary')}>
      <dl>
        <div>
          <dt>{t('promised')}</dt>
          <dd>{sayLimit(requirements.promised)}</dd>
        </div>
        <div>
          <dt>{t('visits')}</dt>
          <dd>{visits === 0 ? t('visitsNone') : t('visitsCount', { count: visits })}</dd>
        </div>
        <div>
          <dt>{t('papers')}</dt>
          <dd>{sayPapers(requirements, t)}</dd>
        </div>
        <div>
          <dt>{t('feesShort')}</dt>
          <dd>
            {requirements.totalFen === 0 && requirements.fees.length === 0
              ? t('feeFree')
              : sayAmount(requirements.totalFen, t.language)}
          </dd>
        </div>
      </dl>
      <div className="ow-guide-buttons ow-no-print">
        {isOnline ? (
          <>
            <ActionLink look="strong" to={`/apply/${guide.matterId}`} search={keep}>
              {t('apply')}
            </ActionLink>
            <p className="ow-guide-small">{t('applyHint')}</p>
          </>
        ) : (
          <p>{t('notOnline')}</p>
        )}
        <ShareActs />
      </div>
    </aside>
  );
}
