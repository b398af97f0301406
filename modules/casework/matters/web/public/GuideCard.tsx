import { StatusTag, To } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { GuideSummary } from '../../contract.ts';
import { codeWords } from '../words/codes/messages.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

/** A guide in a list: its name, what it is for, who does it and how long it takes. */
export function GuideCard({ guide }: { readonly guide: GuideSummary }) {
  const t = useWords(messages);
  const c = useWords(codeWords);
  const say = useText();
  const sayLimit = useLimitWords();
  const isBundle = guide.kind === 'bundle';
  const [first] = guide.items;
  return (
    <article className="ow-guides-card">
      <h2>
        <To to={`/${isBundle ? 'bundles' : 'matters'}/${guide.matterId}`}>{say(guide.name)}</To>
      </h2>
      <p>{say(guide.summary)}</p>
      <p className="ow-guides-facts">
        {isBundle ? <StatusTag tone="busy">{t('oneThing')}</StatusTag> : null}
        {guide.taskType === null ? null : <span>{c(`task.${guide.taskType}`)}</span>}
        {guide.isDemonstration ? <StatusTag tone="warn">{t('demonstration')}</StatusTag> : null}
        <span lang="zh-CN">{guide.departmentName}</span>
        {isBundle || first === undefined ? null : (
          <span>
            {t('promised')} {sayLimit(first.promised)}
          </span>
        )}
        {guide.items.length === 0 ? null : (
          <span>{t(isBundle ? 'members' : 'items', { count: guide.items.length })}</span>
        )}
      </p>
    </article>
  );
}
