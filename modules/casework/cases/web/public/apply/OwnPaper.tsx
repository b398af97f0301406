import type { RequiredPaper } from '#modules/casework/matters/contract.ts';
import { useText } from '#modules/casework/matters/web/parts.ts';
import { Action, StatusTag, type Tone } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { CompactUpload } from '../../parts/CompactUpload.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';
import {
  deferPaper,
  isReuseOf,
  MISSING,
  type PaperEntry,
  type Reusable,
  reusePaper,
  withFiles,
} from '../../parts/paper-entries.ts';
import { messages } from './messages.ts';

export interface OwnPaperProps {
  readonly required: RequiredPaper;
  readonly entry: PaperEntry | undefined;
  readonly reusable: readonly Reusable[];
  readonly mayLater: boolean;
  readonly onChange: (entry: PaperEntry) => void;
}

/** One paper as its applicant hands it in. */
export function OwnPaper(props: OwnPaperProps) {
  const { required, entry = MISSING, reusable, mayLater, onChange } = props;
  const { paper, need } = required;
  const t = useWords(messages);
  const text = useText();
  const name = text(paper.name);
  if (need === 'exempt')
    return (
      <li>
        <h3>{name}</h3>
        <StatusTag tone="good">{t('exempt')}</StatusTag>
      </li>
    );
  return (
    <li>
      <h3>{name}</h3>
      <StandingTag entry={entry} isRequired={need === 'required'} />
      {paper.howToFill === undefined ? null : (
        <p className="ow-apply-hint">{text(paper.howToFill)}</p>
      )}
      <Reuse entry={entry} reusable={reusable} onChange={onChange} />
      {isReused(entry) || entry.state === 'deferred' ? null : (
        <>
          <FileLinks
            fileIds={entry.fileIds}
            onRemove={(id) =>
              onChange(
                withFiles(
                  entry,
                  entry.fileIds.filter((one) => one !== id),
                  'pending',
                ),
              )
            }
          />
          <CompactUpload
            label={name}
            purpose="cases.paper"
            onFiles={(ids) => onChange(withFiles(entry, [...entry.fileIds, ...ids], 'pending'))}
          />
        </>
      )}
      {mayLater && entry.state === 'missing' ? (
        <Action look="quiet" onPress={() => onChange(deferPaper(entry))}>
          {t('later')}
        </Action>
      ) : null}
      {entry.state === 'deferred' ? (
        <>
          <p className="ow-apply-hint">{t('laterHint')}</p>
          <Action look="quiet" onPress={() => onChange(MISSING)}>
            {t('notLater')}
          </Action>
        </>
      ) : null}
    </li>
  );
}

const isReused = ({ source, state }: PaperEntry) =>
  state !== 'missing' && (source === 'licence' || source === 'earlier-case');

function StandingTag({
  entry,
  isRequired,
}: {
  readonly entry: PaperEntry;
  readonly isRequired: boolean;
}) {
  const t = useWords(messages);
  const [tone, word] = standing(entry, isRequired);
  return <StatusTag tone={tone}>{t(word)}</StatusTag>;
}

function standing(
  { state }: PaperEntry,
  isRequired: boolean,
): readonly [Tone, 'done' | 'laterOn' | 'required' | 'optional'] {
  if (state === 'deferred') return ['warn', 'laterOn'];
  if (state !== 'missing') return ['good', 'done'];
  return isRequired ? ['busy', 'required'] : ['idle', 'optional'];
}

function Reuse({
  entry,
  reusable,
  onChange,
}: Pick<OwnPaperProps, 'reusable' | 'onChange'> & { readonly entry: PaperEntry }) {
  const t = useWords(messages);
  if (reusable.length === 0) return null;
  return (
    <ul className="ow-apply-reuse">
      {reusable.map((option) => {
        const isUsed = isReused(entry) && isReuseOf(entry, option);
        return (
          <li key={`${option.licenceId} ${option.caseId}`}>
            <span>
              {option.title}
              {option.validTo === null ? null : (
                <small>{t('validTo', { day: option.validTo })}</small>
              )}
            </span>
            {isUsed ? (
              <>
                <StatusTag tone="good">{t('inUse')}</StatusTag>
                <Action look="quiet" onPress={() => onChange(MISSING)}>
                  {t('notUse')}
                </Action>
              </>
            ) : (
              <Action onPress={() => onChange({ ...reusePaper(option), state: 'pending' })}>
                {t('useThis')}
              </Action>
            )}
          </li>
        );
      })}
    </ul>
  );
}
