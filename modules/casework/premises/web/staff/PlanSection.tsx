import { useState } from 'react';

import { useAct, useMay } from '#web/client/index.ts';
import { Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Filing, permissions, type PlanUnit, routes } from '../../contract.ts';
import { FloorPlan } from '../parts/FloorPlan.tsx';
import { UnitCard } from '../parts/UnitCard.tsx';
import { AskReason } from './AskReason.tsx';
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
  const toAct = ({ id: occupancyId, isUnreachable }: PlanUnit['occupants'][number]) =>
    [
      occupancyId,
      <AskReason
        key={occupancyId}
        label={t(isUnreachable ? 'markFound' : 'markLost')}
        isSmall
        isBusy={reach.isPending}
        problem={reach.error}
        onSend={(reason, close) =>
          reach.mutate(
            { params, body: { version, occupancyId, isUnreachable: !isUnreachable, reason } },
            { onSuccess: close },
          )
        }
      />,
    ] as const;
  return (
    <UnitCard unit={unit} {...(isRegulator ? { acts: new Map(unit.occupants.map(toAct)) } : {})}>
      {isRegulator && filing.standing === 'filed' && unit.excluded === null ? (
        <div>
          <AskReason
            label={t(isSuspended ? 'resumeUnit' : 'suspendUnit')}
            isDanger={!isSuspended}
            isBusy={open.isPending}
            problem={open.error}
            hint={t('reasonRead')}
            onSend={(reason, close) =>
              open.mutate(
                { params, body: { version, unitId: unit.id, isSuspended: !isSuspended, reason } },
                { onSuccess: close },
              )
            }
          />
        </div>
      ) : null}
    </UnitCard>
  );
}
