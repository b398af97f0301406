import { Button } from 'antd';
import type { Ref } from 'react';

import { Notice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { acceptAll } from '../../parts/paper-entries.ts';
import { messages } from './messages.ts';
import { PaperLine } from './PaperLine.tsx';
import { Step } from './Step.tsx';
import type { IntakeWork } from './use-intake.ts';

interface PapersStepProps {
  readonly work: IntakeWork;
  readonly placeRef: Ref<HTMLDivElement>;
}

/** The checklist: each paper taken in, used again, put off, or missing. */
export function PapersStep({ work, placeRef }: PapersStepProps) {
  const t = useWords(messages);
  const { state, change, papers, subject } = work;
  if (subject === undefined) return null;
  return (
    <Step
      title={t('papers')}
      shortcut="F4"
      hint={t('papersHint')}
      placeRef={placeRef}
      actions={
        <Button onClick={() => change({ entries: acceptAll(state.entries, papers) })}>
          {t('acceptAll')} <kbd>Alt + A</kbd>
        </Button>
      }
    >
      {subject.knownProblem === null ? null : <Notice tone="warn" title={t('cannotPreview')} />}
      <ol className="ow-intake-papers">
        {papers.map((required) => (
          <PaperLine
            key={required.paper.key}
            required={required}
            entry={state.entries[required.paper.key]}
            reusable={subject.reusable[required.paper.key] ?? []}
            mayDefer={subject.mayDefer(required.paper)}
            onChange={(entry) =>
              change({ entries: { ...state.entries, [required.paper.key]: entry } })
            }
          />
        ))}
      </ol>
    </Step>
  );
}
