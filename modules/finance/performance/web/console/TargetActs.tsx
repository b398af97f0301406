import { Button } from 'antd';

import { useAct, useMay } from '#web/client/index.ts';
import { ConfirmButton, ProblemNotice, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type Target } from '../../contract.ts';
import { messages } from '../messages.ts';
import { ReturnButton } from './ReturnButton.tsx';

/** What can be done with a target in its state by who looks at it. */
export function TargetActs({ target }: { readonly target: Target }) {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const declare = useAct(routes.declareTarget);
  const approve = useAct(routes.approveTarget);
  const given = { params: { id: target.id }, body: { version: target.version } };
  const problem = declare.error ?? approve.error;
  return (
    <>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Button onClick={() => go(`/performance/targets/${target.id}/declaration`)}>
        {t('declaration')}
      </Button>
      {may(permissions.draft) && target.state === 'draft' ? (
        <ConfirmButton
          type="primary"
          question={t('declareQuestion')}
          done={t('done')}
          onConfirm={() => declare.mutateAsync(given)}
        >
          {t('declare')}
        </ConfirmButton>
      ) : null}
      {may(permissions.approve) && target.state === 'declared' ? (
        <>
          <ReturnButton target={target} />
          <ConfirmButton
            type="primary"
            question={t('approveQuestion')}
            done={t('done')}
            onConfirm={() => approve.mutateAsync(given)}
          >
            {t('approve')}
          </ConfirmButton>
        </>
      ) : null}
    </>
  );
}
