import { Card } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { Questions, type QuestionsProps } from '../questions/Questions.tsx';
import { messages } from './messages.ts';

/** The questions, where there are any. */
export function QuestionsCard(props: QuestionsProps) {
  const t = useWords(messages);
  if (props.questions.length === 0) return null;
  return (
    <Card title={t('yourCase')}>
      <Questions {...props} />
    </Card>
  );
}
