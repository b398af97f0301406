import { StatusTag } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { HandlingItem, MatterContent } from '../../contract.ts';
import { codeWords } from '../words/codes/messages.ts';
import { messages } from './messages.ts';

/** What kind of matter it is, in a line. */
export function GuideTags({
  content,
  item,
}: {
  readonly content: MatterContent;
  readonly item: HandlingItem;
}) {
  const t = useWords(messages);
  const c = useWords(codeWords);
  return (
    <p className="ow-guides-facts">
      <StatusTag tone={item.projectType === '1' ? 'good' : 'busy'}>
        {c(`project.${item.projectType}`)}
      </StatusTag>
      <span>{c(`task.${content.taskType}`)}</span>
      <span>{content.authority.name}</span>
      {content.isDemonstration ? <StatusTag tone="warn">{t('demonstration')}</StatusTag> : null}
    </p>
  );
}
