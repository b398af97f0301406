import { useId, useState } from 'react';

import { call, useCall, ApiProblem } from '#web/client/index.ts';
import {
  Action,
  EmptyState,
  ProblemNotice,
  StatusTag,
  useLanguage,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  carrierKindWords,
  type FoundUnit,
  type Pick,
  type PlanUnit,
  routes,
} from '../../contract.ts';
import { FloorPlan } from '../parts/FloorPlan.tsx';
import { messages as partMessages } from '../parts/messages.ts';
import { unitTone } from '../parts/tones.ts';
import { UnitCard } from '../parts/UnitCard.tsx';
import { recallDoor } from './door-memory.ts';
import { messages } from './messages.ts';
import { canScan, useCamera } from './use-camera.ts';

import './picker.css';

export interface PremisesPickerProps {
  readonly id: string;
  readonly describedBy: string;
  readonly isDisabled: boolean;
  readonly onPick: (pick: Pick) => void;
}

/** A filed unit by search, on the plan of its floor, or by the code on its door. */
export function PremisesPicker({ id, describedBy, isDisabled, onPick }: PremisesPickerProps) {
  const t = useWords(messages);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [isFree, setFree] = useState(true);
  const [planOf, setPlanOf] = useState<string>();
  const answer = useCall(
    routes.searchUnits,
    { query: { search: asked, limit: 12, ...(isFree ? { free: 'true' as const } : {}) } },
    { keepsFormer: true, asksToSignIn: false },
  );
  const find = () => setAsked(typed.trim());
  return (
    <div className="ow-pick">
      <Door isDisabled={isDisabled} onPick={onPick} />
      <div className="ow-pick-line">
        <label htmlFor={id}>{t('search')}</label>
        <div>
          <input
            id={id}
            type="search"
            value={typed}
            disabled={isDisabled}
            aria-describedby={describedBy}
            placeholder={t('searchPlace')}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              find();
            }}
          />
          <Action look="plain" isDisabled={isDisabled} onPress={find}>
            {t('find')}
          </Action>
        </div>
        <label className="ow-pick-check">
          <input
            type="checkbox"
            checked={isFree}
            onChange={(event) => setFree(event.target.checked)}
          />
          {t('onlyFree')}
        </label>
      </div>
      <ProblemNotice problem={answer.error} />
      {answer.data === undefined ? null : (
        <Results
          items={answer.data.items}
          planOf={planOf}
          isDisabled={isDisabled}
          onPlan={(carrierId) => setPlanOf(carrierId === planOf ? undefined : carrierId)}
          onPick={onPick}
        />
      )}
    </div>
  );
}

function Door({ isDisabled, onPick }: PickerPart<'isDisabled' | 'onPick'>) {
  const t = useWords(messages);
  const id = useId();
  const [text, setText] = useState(recallDoor() ?? '');
  const [isOn, setOn] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const use = async (code: string) => {
    setOn(false);
    try {
      const unit = await call(routes.findUnit, { params: { ref: code.trim() } });
      setProblem(null);
      onPick(unit.pick);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  const { video, hasFailed } = useCamera(isOn, (code) => void use(code));
  return (
    <div className="ow-pick-line">
      <label htmlFor={id}>{t('code')}</label>
      <div>
        <input
          id={id}
          value={text}
          disabled={isDisabled}
          autoComplete="off"
          placeholder={t('codePlace')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void use(text);
          }}
        />
        <Action isDisabled={isDisabled || text.trim().length < 8} onPress={() => void use(text)}>
          {t('use')}
        </Action>
        {canScan() ? (
          <Action look="quiet" isDisabled={isDisabled} onPress={() => setOn(!isOn)}>
            {t(isOn ? 'stopScan' : 'scan')}
          </Action>
        ) : null}
      </div>
      {isOn ? <video ref={video} muted playsInline className="ow-pick-video" /> : null}
      {hasFailed ? <output>{t('noCamera')}</output> : null}
      <ProblemNotice problem={problem} />
    </div>
  );
}

type PickerPart<K extends keyof PremisesPickerProps> = {
  readonly [P in K]: PremisesPickerProps[P];
};

interface ResultsProps extends PickerPart<'isDisabled' | 'onPick'> {
  readonly items: readonly FoundUnit[];
  readonly planOf: string | undefined;
  readonly onPlan: (carrierId: string) => void;
}

function Results({ items, planOf, isDisabled, onPlan, onPick }: ResultsProps) {
  const t = useWords(messages);
  const said = useWords(partMessages);
  const { say } = useLanguage();
  if (items.length === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />;
  return (
    <>
      {planOf === undefined ? null : (
        <CarrierPlan carrierId={planOf} isDisabled={isDisabled} onPick={onPick} />
      )}
      <ul className="ow-pick-found" aria-label={t('results', { count: items.length })}>
        {items.map((unit) => (
          <li key={unit.pick.unitId}>
            <div>
              <strong>{unit.pick.address}</strong>{' '}
              <StatusTag tone={unitTone[unit.state]}>{said(unit.state)}</StatusTag>
              <small>
                {unit.carrierName} · {say(carrierKindWords[unit.carrierKind])} ·{' '}
                {said('areaOf', { area: unit.areaM2 })}
              </small>
            </div>
            <div className="ow-pick-acts">
              <Action look="quiet" onPress={() => onPlan(unit.carrierId)}>
                {t(planOf === unit.carrierId ? 'hidePlan' : 'plan')}
              </Action>
              <Action isDisabled={isDisabled} onPress={() => onPick(unit.pick)}>
                {t('choose', { room: unit.roomNo })}
              </Action>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CarrierPlanProps extends PickerPart<'isDisabled' | 'onPick'> {
  readonly carrierId: string;
}

function CarrierPlan({ carrierId, isDisabled, onPick }: CarrierPlanProps) {
  const t = useWords(messages);
  const answer = useCall(routes.getCarrier, { params: { id: carrierId } }, { asksToSignIn: false });
  const [chosen, setChosen] = useState<PlanUnit>();
  const pick = async (unit: PlanUnit) => {
    const found = await call(routes.findUnit, { params: { ref: unit.id } });
    onPick(found.pick);
  };
  return (
    <div className="ow-pick-plans">
      {answer.data?.plans.map((plan) => (
        <FloorPlan key={plan.filingId} plan={plan} chosenId={chosen?.id} onChoose={setChosen} />
      ))}
      {chosen === undefined ? null : (
        <UnitCard unit={chosen}>
          <Action
            look="strong"
            isDisabled={isDisabled || (chosen.state !== 'free' && chosen.state !== 'part')}
            onPress={() => void pick(chosen)}
          >
            {t('choose', { room: chosen.roomNo })}
          </Action>
        </UnitCard>
      )}
    </div>
  );
}
