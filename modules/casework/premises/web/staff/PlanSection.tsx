import { Button } from 'antd';
import { useState } from 'react';

import { useAct, useMay } from '#web/client/index.ts';
import { ProblemNotice, Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Filing, permissions, type PlanUnit, routes } from '../../contract.ts';
import { FloorPlan } from '../parts/FloorPlan.tsx';
import { UnitCard } from '../parts/UnitCard.tsx';
import { messages } from './messages.ts';

/** The floors as filed; a regulator stops single units and notes who is not found. */
export function PlanSection({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const [chosenId, setChosenId] = useState<string>();
  if (filing.plan === null) return null;
  const chosen = filing.plan.units.find((unit) => unit.id === chosenId);
  return (
    <Section
      title={t('plan')}
      description={
        filing.unreachablePercent === 0
          ? undefined
          : t('unreachable', { percent: filing.unreachablePercent })
      }
    >
      <FloorPlan plan={filing.plan} chosenId={chosenId} onChoose={(unit) => setChosenId(unit.id)} />
      {chosen === undefined ? null : <Chosen filing={filing} unit={chosen} />}
    </Section>
  );
}

function Chosen({ filing, unit }: { readonly filing: Filing; readonly unit: PlanUnit }) {
  const t = useWords(messages);
  const may = useMay();
  const open = useAct(routes.setUnitOpen);
  const reach = useAct(routes.setReachable);
  const params = { id: filing.id };
  const { version } = filing;
  const isRegulator = may(permissions.decide);
  const isSuspended = unit.state === 'suspended' && filing.standing === 'filed';
  const act = t(isSuspended ? 'resumeUnit' : 'suspendUnit');
  const toAct = ({ id: occupancyId, isUnreachable }: PlanUnit['occupants'][number]) => {
    const reason = t(isUnreachable ? 'markFound' : 'markLost');
    const body = { version, occupancyId, isUnreachable: !isUnreachable, reason };
    return [
      occupancyId,
      <Button
        key={occupancyId}
        size="small"
        loading={reach.isPending}
        onClick={() => reach.mutate({ params, body })}
      >
        {reason}
      </Button>,
    ] as const;
  };
  return (
    <UnitCard unit={unit} {...(isRegulator ? { acts: new Map(unit.occupants.map(toAct)) } : {})}>
      <ProblemNotice problem={open.error ?? reach.error} />
      {isRegulator && filing.standing === 'filed' && unit.excluded === null ? (
        <div>
          <Button
            loading={open.isPending}
            onClick={() =>
              open.mutate({
                params,
                body: { version, unitId: unit.id, isSuspended: !isSuspended, reason: act },
              })
            }
          >
            {act}
          </Button>
        </div>
      ) : null}
    </UnitCard>
  );
}
