import type { ReactNode } from 'react';

import { formatList } from '#web/kit/format.ts';
import { useWords } from '#web/kit/words.ts';

import type { Answers, RequiredPaper, ScenarioQuestion } from '../../contract.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';
import { PaperFacts } from './PaperFacts.tsx';
import { sayWhy } from './say-why.ts';

import './papers.css';

export interface PaperListProps {
  readonly papers: readonly RequiredPaper[];
  readonly questions: readonly ScenarioQuestion[];
  readonly answers: Answers;
  /** Where a blank form or a sample is downloaded; without it they are not offered. */
  readonly fileAddress?: (fileId: string) => string;
  /** What can be done with a paper: take it in, reuse it, scan it. */
  readonly renderActions?: (paper: RequiredPaper) => ReactNode;
}

/** The papers of one application, with why each is wanted or is not. */
export function PaperList({
  papers,
  questions,
  answers,
  fileAddress,
  renderActions,
}: PaperListProps) {
  const t = useWords(messages);
  const say = useText();
  if (papers.length === 0) return <p className="ow-papers-none">{t('none')}</p>;
  return (
    <ol className="ow-papers" aria-label={t('papers')}>
      {papers.map((required) => {
        const { paper, need } = required;
        const why = sayWhy(paper, questions, answers, t.language);
        return (
          <li key={paper.key} data-need={need}>
            <div className="ow-papers-head">
              <strong>{say(paper.name)}</strong>
              <Marks required={required} />
            </div>
            {why.length === 0 ? null : (
              <p className="ow-papers-why">{t('because', { why: formatList(why, t.language) })}</p>
            )}
            <PaperFacts
              required={required}
              {...(fileAddress === undefined ? {} : { fileAddress })}
            />
            {renderActions?.(required)}
          </li>
        );
      })}
    </ol>
  );
}

function Marks({ required }: { readonly required: RequiredPaper }) {
  const t = useWords(messages);
  const { paper, need, exemptBy } = required;
  return (
    <span className="ow-papers-marks">
      {exemptBy === undefined ? null : (
        <span className="ow-tag" data-tone="good">
          {t(`exempt.${exemptBy}`)}
        </span>
      )}
      {need === 'optional' ? (
        <span className="ow-tag" data-tone="idle">
          {t('optional')}
        </span>
      ) : null}
      {paper.isMain && need !== 'exempt' ? (
        <span className="ow-tag" data-tone="busy">
          {t('main')}
        </span>
      ) : null}
      {paper.isDeferrable && need !== 'exempt' ? (
        <span className="ow-tag" data-tone="idle">
          {t('deferrable')}
        </span>
      ) : null}
    </span>
  );
}
