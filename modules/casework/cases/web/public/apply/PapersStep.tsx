import { useState } from 'react';

import { useText } from '#modules/casework/matters/web/parts.ts';
import { Card, formatList, Notice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import { OwnPaper } from './OwnPaper.tsx';
import { StepActs } from './StepActs.tsx';
import type { ApplyWork } from './use-apply.ts';

/** Each paper: used from what the authority has, sent, or to follow. */
export function PapersStep({ work }: { readonly work: ApplyWork }) {
  const t = useWords(messages);
  const text = useText();
  const [isChecked, setChecked] = useState(false);
  const { state, requirements, standing, checklist } = work;
  const reusable = new Map((checklist.data?.papers ?? []).map((one) => [one.key, one.reusable]));
  const papers = requirements?.papers ?? [];
  const mayLack = checklist.data?.toleranceAllowed ?? false;
  const names = formatList(
    standing.missing.map(({ name }) => text(name)),
    t.language,
  );
  return (
    <Card title={t('step.papers')} hint={papers.length === 0 ? t('papersNone') : t('papersLead')}>
      <ol className="ow-apply-papers">
        {papers.map((required) => (
          <OwnPaper
            key={required.paper.key}
            required={required}
            entry={state.entries[required.paper.key]}
            reusable={reusable.get(required.paper.key) ?? []}
            mayLater={mayLack && required.paper.isDeferrable && !required.paper.isMain}
            onChange={(entry) =>
              work.change({ entries: { ...state.entries, [required.paper.key]: entry } })
            }
          />
        ))}
      </ol>
      {isChecked && names !== '' ? (
        <Notice tone="bad" title={t('papersMissing', { names })} />
      ) : null}
      <StepActs
        work={work}
        onNext={() => {
          setChecked(true);
          return standing.mode !== undefined;
        }}
      />
    </Card>
  );
}
