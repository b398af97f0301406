import { Card, formatList } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Answers, BundlePaper, RequiredPaper } from '../../contract.ts';
import { PaperList } from '../papers/PaperList.tsx';
import { useText } from '../words/use-text.ts';
import type { BundlePartProps } from './BundleMembers.tsx';
import { messages } from './messages.ts';

/** One set of papers for all; each says for which matters it is used. */
export function BundlePapers({
  guide,
  requirements,
  answers,
}: BundlePartProps & { readonly answers: Answers }) {
  const t = useWords(messages);
  const say = useText();
  const { papers, unanswered } = requirements;
  const exempt = papers.filter(({ need }) => need === 'exempt').length;
  const namesOf = (key: string) => {
    const paper = papers.find((one) => one.key === key);
    const members = guide.members.filter(({ key: member }) =>
      paper?.fills.some((fill) => fill.member === member),
    );
    return formatList(
      members.map(({ matterName }) => say(matterName)),
      t.language,
    );
  };
  return (
    <Card
      title={t('papers')}
      hint={
        unanswered.length > 0
          ? t('papersPartly')
          : t('papersHint', { count: papers.length, exempt })
      }
    >
      <PaperList
        papers={papers.map(toRequired)}
        questions={guide.questions}
        answers={answers}
        renderActions={({ paper }) => (
          <p className="ow-papers-line">{t('covers', { names: namesOf(paper.key) })}</p>
        )}
      />
    </Card>
  );
}

/** The paper that stands for others, under its own name. */
function toRequired({ key, name, paper, need, exemptBy }: BundlePaper): RequiredPaper {
  return {
    paper: { ...paper, key, name },
    need,
    ...(exemptBy === undefined ? {} : { exemptBy }),
  };
}
