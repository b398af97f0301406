import { Shape, TimeText } from '#web/kit/common/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import type { HistoryEntry } from '../../contract.ts';
import { messages } from './messages.ts';
import { stateTones } from './tones.ts';

import './parts.css';

type Entry = Pick<HistoryEntry, 'at' | 'act' | 'toState' | 'text'> &
  Partial<Pick<HistoryEntry, 'seq' | 'byName' | 'byKind' | 'note'>>;

/** What happened with a case, the newest first. */
export function Timeline({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  if (entries.length === 0) return <p>{t('timelineNone')}</p>;
  return (
    <ol className="ow-case-timeline" aria-label={t('timeline')}>
      {entries.toReversed().map((entry) => (
        <li key={entry.seq ?? `${entry.at} ${entry.act}`} data-tone={stateTones[entry.toState]}>
          <Shape tone={stateTones[entry.toState]} />
          <div>
            <p className="ow-case-timeline-head">{say(entry.text)}</p>
            {entry.note === undefined || entry.note === '' ? null : (
              <blockquote className="ow-case-note">{entry.note}</blockquote>
            )}
            <p className="ow-case-timeline-foot">
              <TimeText at={entry.at} />
              <Who entry={entry} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Who({ entry }: { readonly entry: Entry }) {
  const t = useWords(messages);
  if (entry.byKind === undefined) return null;
  const kind = t(`by.${entry.byKind}`);
  const name = entry.byName === undefined || entry.byName === '' ? '' : ` ${entry.byName}`;
  return (
    <span>
      {kind}
      {entry.byKind === 'system' ? '' : name}
    </span>
  );
}
