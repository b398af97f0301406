import { Button } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import { Notice, Page, Section, StatusTag, useParam, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type Target } from '../../contract.ts';
import { messages } from '../messages.ts';
import { IndicatorsEditor } from './IndicatorsEditor.tsx';
import { IndicatorsNow } from './IndicatorsNow.tsx';
import { Reviews } from './Reviews.tsx';
import { TargetActs } from './TargetActs.tsx';
import { TONES } from './tones.ts';

/** One target: its indicators as they stand now, what is still wrong with it, and its reviews. */
export function TargetPage() {
  const t = useWords(messages);
  const id = useParam('targetId');
  const answer = useCall(routes.getTarget, { params: { id } });
  const { data } = answer;
  return (
    <Page
      title={data === undefined ? t('targets') : `${data.projectCode} ${data.projectName}`}
      description={data && t('targetsHint', { year: String(data.year) })}
      crumbs={[{ title: t('targets'), to: '/performance/targets' }]}
      state={data && <StatusTag tone={TONES[data.state]}>{t(data.state)}</StatusTag>}
      actions={data && <TargetActs target={data} />}
    >
      <WithAnswer answer={answer}>{(target) => <Shown target={target} />}</WithAnswer>
    </Page>
  );
}

function Shown({ target }: { readonly target: Target }) {
  const t = useWords(messages);
  const [isEditing, setEditing] = useState(false);
  const mayEdit = useMay()(permissions.draft) && target.state === 'draft';
  return (
    <>
      {target.isProposal && target.state === 'draft' ? (
        <Notice tone="busy" title={t('proposalHint')} />
      ) : null}
      {target.returnedFor === null ? null : (
        <Notice tone="warn" title={t('returnedFor', { reason: target.returnedFor })} />
      )}
      <Faults target={target} />
      {isEditing ? (
        <IndicatorsEditor key={target.version} target={target} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Section
            title={t('annualGoal')}
            actions={
              mayEdit ? <Button onClick={() => setEditing(true)}>{t('edit')}</Button> : undefined
            }
          >
            <p>{target.annualGoal}</p>
          </Section>
          <Section title={t('indicators')}>
            <IndicatorsNow target={target} />
            <p>{t(target.isUsualShare ? 'usual' : 'unusual')}</p>
          </Section>
          <Reviews target={target} />
        </>
      )}
    </>
  );
}

function Faults({ target }: { readonly target: Target }) {
  const t = useWords(messages);
  if (target.state !== 'draft' || target.faults.length === 0) return null;
  return (
    <Notice tone="warn" title={t('faults')}>
      <ul>
        {target.faults.map(({ index, reason }) => (
          <li key={`${index} ${reason.en}`}>{reason[t.language]}</li>
        ))}
      </ul>
    </Notice>
  );
}
