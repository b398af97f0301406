import { useId } from 'react';

import type { RequiredPaper } from '#modules/casework/matters/contract.ts';
import { useText } from '#modules/casework/matters/web/parts.ts';
import { StatusTag } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { CompactUpload } from '../../parts/CompactUpload.tsx';
import { FileLinks } from '../../parts/FileLinks.tsx';
import { messages as words } from '../../parts/messages.ts';
import {
  acceptOnPaper,
  bestOf,
  deferPaper,
  isReuseOf,
  MISSING,
  type PaperEntry,
  reusePaper,
  type Reusable,
  withFiles,
} from '../../parts/paper-entries.ts';
import { CameraButton } from './CameraButton.tsx';
import { messages } from './messages.ts';

interface PaperLineProps {
  readonly required: RequiredPaper;
  readonly entry: PaperEntry | undefined;
  readonly reusable: readonly Reusable[];
  readonly mayDefer: boolean;
  readonly onChange: (entry: PaperEntry) => void;
}

type Choice = 'take' | 'reuse' | 'defer' | 'lack';

function choiceOf(entry: PaperEntry | undefined): Choice {
  if (entry?.state === 'deferred') return 'defer';
  if (entry === undefined || entry.state === 'missing') return 'lack';
  return entry.source === 'licence' || entry.source === 'earlier-case' ? 'reuse' : 'take';
}

/** One paper: a choice by arrow keys, files, and what to look at. */
export function PaperLine(props: PaperLineProps) {
  const { required, entry, reusable, mayDefer, onChange } = props;
  const { paper, need } = required;
  const w = useWords(words);
  const text = useText();
  const t = useWords(messages);
  const name = text(paper.name);
  const choice = choiceOf(entry);
  return (
    <li data-choice={need === 'exempt' ? 'exempt' : choice} data-need={need}>
      <div className="ow-intake-paper-name">
        <strong>{name}</strong>
        {paper.isMain ? <StatusTag tone="busy">{w('main')}</StatusTag> : null}
        {need === 'optional' ? <small>{w('optional')}</small> : null}
        {entry?.isSuggested === true ? <small>{t('suggested')}</small> : null}
      </div>
      {need === 'exempt' ? (
        <StatusTag tone="good">{w('paper.exempt')}</StatusTag>
      ) : (
        <>
          <Choices {...props} choice={choice} name={name} />
          {choice === 'reuse' ? (
            <ReuseChoice entry={entry} reusable={reusable} onChange={onChange} name={name} />
          ) : null}
          {choice === 'defer' && !mayDefer ? null : (
            <div className="ow-intake-paper-files">
              <FileLinks
                fileIds={entry?.fileIds ?? []}
                onRemove={(id) =>
                  onChange(
                    withFiles(
                      entry,
                      (entry?.fileIds ?? []).filter((one) => one !== id),
                      'accepted',
                    ),
                  )
                }
              />
              {choice === 'reuse' ? null : (
                <CompactUpload
                  label={name}
                  purpose="cases.paper"
                  renderOther={(send) => (
                    <CameraButton label={name} onDone={({ file }) => send([file])} />
                  )}
                  onFiles={(ids) =>
                    onChange(withFiles(entry, [...(entry?.fileIds ?? []), ...ids], 'accepted'))
                  }
                />
              )}
            </div>
          )}
          {paper.acceptStandards.length === 0 ? null : (
            <details className="ow-intake-standards">
              <summary>{t('standards')}</summary>
              <ul lang="zh-CN">
                {paper.acceptStandards.map((standard) => (
                  <li key={standard}>{standard}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </li>
  );
}

interface ChoicesProps extends PaperLineProps {
  readonly choice: Choice;
  readonly name: string;
}

function Choices({ choice, name, entry, reusable, mayDefer, onChange }: ChoicesProps) {
  const t = useWords(messages);
  const id = useId();
  const best = bestOf(reusable);
  const offered: ReadonlyArray<{ readonly choice: Choice; readonly entry: PaperEntry }> = [
    { choice: 'take', entry: acceptOnPaper(entry) },
    ...(best === undefined ? [] : [{ choice: 'reuse' as const, entry: reusePaper(best) }]),
    ...(mayDefer ? [{ choice: 'defer' as const, entry: deferPaper(entry) }] : []),
    { choice: 'lack', entry: MISSING },
  ];
  return (
    <fieldset className="ow-intake-choices">
      <legend className="ow-only-read">{name}</legend>
      {offered.map((one) => (
        <label key={one.choice} data-choice={one.choice}>
          <input
            type="radio"
            name={id}
            checked={one.choice === choice}
            onChange={() => onChange(one.entry)}
          />
          <span>{t(one.choice)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ReuseChoiceProps {
  readonly entry: PaperEntry | undefined;
  readonly reusable: readonly Reusable[];
  readonly onChange: (entry: PaperEntry) => void;
  readonly name: string;
}

function ReuseChoice({ entry, reusable, onChange, name }: ReuseChoiceProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const say = (option: Reusable) =>
    [
      option.title,
      w(`trust.${option.trust}`),
      option.validTo === null ? '' : t('validTo', { day: option.validTo }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  const [only] = reusable;
  if (reusable.length === 1 && only !== undefined)
    return <small className="ow-intake-reused">{say(only)}</small>;
  const current = reusable.findIndex((option) => isReuseOf(entry, option));
  return (
    <select
      className="ow-intake-reuse"
      aria-label={`${t('pickReuse')} ${name}`}
      value={current}
      onChange={(event) => {
        const option = reusable[Number(event.target.value)];
        if (option !== undefined) onChange(reusePaper(option));
      }}
    >
      {reusable.map((option, index) => (
        <option key={`${option.licenceId} ${option.caseId}`} value={index}>
          {say(option)}
        </option>
      ))}
    </select>
  );
}
