import { Button } from 'antd';
import { type Ref, useState } from 'react';

import type { PartySummary } from '#modules/registry/parties/contract.ts';
import { To } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { findApplicants } from '../../parts/find-applicants.ts';
import { Finder } from '../../parts/Finder.tsx';
import { messages } from './messages.ts';
import { PresentedLine } from './PresentedLine.tsx';
import { Step } from './Step.tsx';
import type { IntakeWork } from './use-intake.ts';

interface ApplicantStepProps {
  readonly work: IntakeWork;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onPicked: () => void;
}

/** Who applies, and who stands at the window for them. */
export function ApplicantStep({ work, inputRef, onPicked }: ApplicantStepProps) {
  const t = useWords(messages);
  const { state, change } = work;
  const [hasAgent, setAgent] = useState(false);
  const none = (
    <>
      {t('applicantNone')} <To to="/parties/register">{t('register')}</To>
    </>
  );
  return (
    <Step title={t('applicant')} shortcut="F2">
      <Finder
        label={t('applicant')}
        placeholder={t('applicantHint')}
        find={findApplicants}
        none={none}
        inputRef={inputRef}
        onPick={(party) => {
          change({ party });
          onPicked();
        }}
      />
      <PresentedLine work={work} onChosen={onPicked} />
      {state.party === undefined ? null : (
        <>
          <Chosen party={state.party} />
          {hasAgent || state.agent !== undefined ? (
            <div className="ow-intake-agent">
              {state.agent === undefined ? (
                <Finder
                  label={t('agent')}
                  placeholder={`${t('agent')} · ${t('applicantHint')}`}
                  find={findApplicants}
                  none={none}
                  onPick={(agent) => change({ agent })}
                />
              ) : (
                <Chosen party={state.agent} label={t('agent')} />
              )}
              <Button
                type="text"
                onClick={() => {
                  setAgent(false);
                  change({ agent: undefined });
                }}
              >
                {t('noAgent')}
              </Button>
            </div>
          ) : (
            <Button type="link" className="ow-intake-link" onClick={() => setAgent(true)}>
              {t('addAgent')}
            </Button>
          )}
        </>
      )}
    </Step>
  );
}

function Chosen({ party, label }: { readonly party: PartySummary; readonly label?: string }) {
  return (
    <p className="ow-intake-chosen">
      {label === undefined ? null : <small>{label}</small>}
      <strong>{party.name}</strong>
      <span>{party.identifier?.masked}</span>
      <span>{party.phone}</span>
      <To to={`/parties/${party.id}`}>{party.partyNo}</To>
    </p>
  );
}
