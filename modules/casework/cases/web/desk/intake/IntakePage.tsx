import { type RefObject, useEffect, useRef } from 'react';
import { z } from 'zod';

import { focusFirstFault } from '#modules/casework/matters/web/parts.ts';
import { KeepUnsaved, Page, ProblemNotice, useFilters, useKey } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { acceptAll } from '../../parts/paper-entries.ts';
import { ApplicantStep } from './ApplicantStep.tsx';
import { FinishStep } from './FinishStep.tsx';
import { FormStep } from './FormStep.tsx';
import { keys } from './keys.ts';
import { MatterStep } from './MatterStep.tsx';
import { messages } from './messages.ts';
import { PapersStep } from './PapersStep.tsx';
import { ReceiptView } from './ReceiptView.tsx';
import { SummaryPanel } from './SummaryPanel.tsx';
import { type IntakeWork, useIntake } from './use-intake.ts';
import { useWindows } from './use-windows.ts';
import { WindowChoice } from './WindowChoice.tsx';

import './intake.css';

/** What the calling page hands over. */
const Place = z.object({
  ticket: z.string().max(60).optional(),
  party: z.uuid().optional().catch(undefined),
});

/** 收件: a whole visit on one page, by keyboard alone. */
export function IntakePage() {
  const t = useWords(messages);
  const windows = useWindows();
  const [{ ticket, party }] = useFilters(Place);
  const work = useIntake(windows.windowId, { ticketId: ticket, partyId: party });
  return (
    <Page
      title={t('intake')}
      description={t('intakeHint')}
      crumbs={[{ title: t('cases'), to: '/cases' }]}
      actions={<WindowChoice windows={windows} />}
    >
      {work.receipt === undefined ? (
        <Visit work={work} hasWindow={windows.windowId !== undefined} />
      ) : (
        <ReceiptView receipt={work.receipt} work={work} />
      )}
    </Page>
  );
}

function Visit({ work, hasWindow }: { readonly work: IntakeWork; readonly hasWindow: boolean }) {
  const applicant = useRef<HTMLInputElement>(null);
  const matter = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  const papers = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const { state, change } = work;
  const focusIn = (place: HTMLElement | null) => {
    place?.scrollIntoView({ block: 'start' });
    place?.querySelector<HTMLElement>('input:not([disabled]), select, textarea')?.focus();
  };
  const send = (accepts: boolean) => {
    work.send(accepts);
    // The faults appear with the next drawing.
    if (work.faults.length > 0 && accepts) setTimeout(() => focusFirstFault(form.current));
  };
  useEffect(() => applicant.current?.focus(), []);
  // Whom the hall called is chosen already.
  useEffect(() => {
    if (work.isCalled) matter.current?.focus();
  }, [work.isCalled]);
  useChoiceFocus(work, choices);
  useKey(keys.applicant, () => applicant.current?.focus());
  useKey(keys.matter, () => matter.current?.focus());
  useKey(keys.papers, () => focusIn(papers.current));
  useKey(keys.acceptAll, () => change({ entries: acceptAll(state.entries, work.papers) }));
  useKey(keys.form, () => focusIn(form.current));
  useKey(keys.receive, () => send(false));
  useKey(keys.receiveAccept, () => send(true));
  return (
    <div className="ow-intake">
      <div className="ow-intake-steps">
        <ApplicantStep
          work={work}
          inputRef={applicant}
          onPicked={() => setTimeout(() => matter.current?.focus())}
        />
        <MatterStep work={work} inputRef={matter} placeRef={choices} />
        {work.subject === undefined ? null : (
          <>
            <PapersStep work={work} placeRef={papers} />
            <FormStep work={work} placeRef={form} />
            <FinishStep work={work} />
          </>
        )}
        <ProblemNotice problem={work.problem} />
      </div>
      <SummaryPanel work={work} hasWindow={hasWindow} onSend={send} />
      <KeepUnsaved isDirty={state.party !== undefined && work.subject !== undefined} />
    </div>
  );
}

/** As soon as a matter is there, the arrows choose its item or answer its first question. */
function useChoiceFocus(work: IntakeWork, place: RefObject<HTMLDivElement | null>): void {
  const { single, bundle, state } = work;
  const matter = state.matterId === undefined ? undefined : single.guide.data?.editionId;
  const editionId = bundle.guide?.editionId ?? matter;
  useEffect(() => {
    if (editionId !== undefined)
      place.current
        ?.querySelector<HTMLElement>('input[type="radio"], input[type="checkbox"]')
        ?.focus();
  }, [editionId, place]);
}
