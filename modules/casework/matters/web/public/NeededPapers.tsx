import { ActionLink, Card } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Answers, HandlingItem, Requirements } from '../../contract.ts';
import { PaperList } from '../papers/PaperList.tsx';
import { guideFile } from './guide-file.ts';
import { messages } from './messages.ts';

export interface NeededPapersProps {
  readonly matterId: string;
  readonly item: HandlingItem;
  readonly answers: Answers;
  readonly requirements: Requirements;
  /** What the address of this guide says. */
  readonly keep: Readonly<Record<string, unknown>>;
}

/** The papers of this very case, once every question is answered; until then those that are certain. */
export function NeededPapers(props: NeededPapersProps) {
  const { matterId, item, answers, requirements, keep } = props;
  const t = useWords(messages);
  const { papers, unanswered } = requirements;
  const exempt = papers.filter(({ need }) => need === 'exempt').length;
  return (
    <Card
      title={t('papers')}
      hint={
        unanswered.length > 0
          ? t('papersPartly')
          : t('papersHint', { count: papers.length, exempt })
      }
      {...(item.form.sections.length === 0
        ? {}
        : {
            actions: (
              <span className="ow-no-print">
                <ActionLink to={`/matters/${matterId}/form`} search={keep}>
                  {t('blankForm')}
                </ActionLink>
              </span>
            ),
          })}
    >
      <PaperList
        papers={papers}
        questions={item.questions}
        answers={answers}
        fileAddress={(fileId) => guideFile(matterId, fileId)}
      />
    </Card>
  );
}
