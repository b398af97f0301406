import { Action, Card } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnCase, routes } from '../../../contract.ts';
import { messages } from '../messages.ts';
import { ActProblem } from './ActProblem.tsx';
import { useOwnAct } from './use-own-act.ts';

/** 电子送达: the applicant takes the result, and that moment is the proof. */
export function CollectCard({ file }: { readonly file: OwnCase }) {
  const t = useWords(messages);
  const { problem, isBusy, isStale, send } = useOwnAct(routes.collectOwn);
  return (
    <Card title={t('collect')} hint={t('collectHint')}>
      <ActProblem problem={problem} isStale={isStale} />
      <div className="ow-sheet-actions">
        <Action
          look="strong"
          isBusy={isBusy}
          onPress={() => send({ params: { id: file.id }, body: { version: file.version } })}
        >
          {t('collect')}
        </Action>
      </div>
    </Card>
  );
}
