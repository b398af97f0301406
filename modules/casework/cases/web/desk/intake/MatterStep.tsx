import type { Ref } from 'react';

import {
  Questions,
  RequirementsLine,
  useLimitWords,
  useText,
} from '#modules/casework/matters/web/parts.ts';
import { ProblemNotice } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Finder } from '../../parts/Finder.tsx';
import { findMatters } from './find-matters.ts';
import { withBundle, withMatter } from './intake-state.ts';
import { messages } from './messages.ts';
import { Step } from './Step.tsx';
import type { Subject } from './subject.ts';
import type { IntakeWork } from './use-intake.ts';

interface MatterStepProps {
  readonly work: IntakeWork;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly placeRef: Ref<HTMLDivElement>;
}

/** Which matter or 一件事, which of its items, and which scenario. */
export function MatterStep({ work, inputRef, placeRef }: MatterStepProps) {
  const t = useWords(messages);
  const { state, subject, single, bundle } = work;
  return (
    <Step title={t('matter')} shortcut="F3" placeRef={placeRef}>
      <Finder
        label={t('matter')}
        placeholder={t('matterHint')}
        find={findMatters}
        none={t('matterNone')}
        inputRef={inputRef}
        shortest={1}
        onPick={({ kind, matterId, items }) => {
          const only = items.length === 1 ? items[0]?.key : undefined;
          const isBundle = kind === 'bundle';
          work.replace(isBundle ? withBundle(state, matterId) : withMatter(state, matterId, only));
        }}
      />
      {state.matterId === undefined ? null : <ProblemNotice problem={single.guide.error} />}
      {state.bundleId === undefined ? null : <ProblemNotice problem={bundle.answer.error} />}
      <Chosen work={work} />
      {subject === undefined ? null : (
        <>
          <Questions
            questions={subject.questions}
            answers={state.answers}
            onChange={(answers) => work.change({ answers })}
          />
          {subject.parts === undefined ? null : <Parts subject={subject} />}
          <RequirementsLine requirements={subject.terms} />
        </>
      )}
    </Step>
  );
}

function Chosen({ work }: { readonly work: IntakeWork }) {
  const t = useWords(messages);
  const text = useText();
  const { state, single, bundle } = work;
  const { content, item } = single;
  if (bundle.guide !== undefined)
    return (
      <p className="ow-intake-chosen">
        <strong>{text(bundle.guide.content.name)}</strong>
        <span lang="zh-CN">{bundle.guide.content.leadDepartmentName}</span>
      </p>
    );
  if (content === undefined) return null;
  return (
    <>
      <p className="ow-intake-chosen">
        <strong>{text(content.name)}</strong>
        <span lang="zh-CN">{content.authority.name}</span>
      </p>
      {content.items.length < 2 ? null : (
        <fieldset className="ow-intake-items">
          <legend>{t('item')}</legend>
          {content.items.map((one) => (
            <label key={one.key} data-chosen={one.key === item?.key ? 'yes' : 'no'}>
              <input
                type="radio"
                name="item"
                checked={one.key === item?.key}
                onChange={() => work.replace(withMatter(state, state.matterId, one.key))}
              />
              {text(one.name)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** The matters that these answers bring together, each with its department and limit. */
function Parts({ subject }: { readonly subject: Subject }) {
  const t = useWords(messages);
  const text = useText();
  const sayLimit = useLimitWords();
  const { parts = [], unanswered } = subject;
  return (
    <section className="ow-intake-parts" aria-label={t('parts', { count: parts.length })}>
      <p>
        <strong>{t('parts', { count: parts.length })}</strong>
        <small>{unanswered > 0 ? t('partsPerhaps') : t('partsHint')}</small>
      </p>
      <ol>
        {parts.map(({ key, name, department, promised }) => (
          <li key={key}>
            <span>{text(name)}</span>
            <small lang="zh-CN">{department}</small>
            <small>{sayLimit(promised)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
