import type { Answers, FormValues } from '#modules/casework/matters/contract.ts';

import type { DeliveryWish, Draft, PaperInput } from '../../../contract.ts';
import type { PaperEntries, PaperEntry } from '../../parts/paper-entries.ts';

export const STEPS = ['questions', 'form', 'papers', 'check'] as const;
export type StepName = (typeof STEPS)[number];

/** An application as far as it is filled in. */
export interface ApplyState {
  readonly itemKey: string | undefined;
  readonly answers: Answers;
  readonly form: FormValues;
  readonly prefilled: FormValues;
  readonly entries: PaperEntries;
  readonly delivery: DeliveryWish;
  readonly step: StepName;
}

export const FRESH: ApplyState = {
  itemKey: undefined,
  answers: {},
  form: {},
  prefilled: {},
  entries: {},
  delivery: { way: 'window', recipient: '', phone: '', address: '' },
  step: 'questions',
};

export const toStep = (text: string): StepName =>
  STEPS.find((step) => step === text) ?? 'questions';

/** What comes after a step, or before it; undefined at the ends. */
export const stepBeside = (step: StepName, by: 1 | -1): StepName | undefined =>
  STEPS[STEPS.indexOf(step) + by];

/** The draft as it was left, on whatever device. */
export const fromDraft = (draft: Draft): ApplyState => ({
  itemKey: draft.itemKey,
  answers: draft.answers,
  form: draft.form,
  prefilled: {},
  entries: toEntries(draft.papers),
  delivery: draft.delivery,
  step: toStep(draft.step),
});

function toEntries(papers: readonly PaperInput[]): PaperEntries {
  return Object.fromEntries(
    papers.map(({ key, state, source, fileIds, licenceId, fromCaseId }): [string, PaperEntry] => [
      key,
      {
        state: state === 'unfit' ? 'pending' : state,
        source,
        fileIds,
        ...(licenceId === undefined ? {} : { licenceId }),
        ...(fromCaseId === undefined ? {} : { fromCaseId }),
      },
    ]),
  );
}

/** What is known of the applicant fills the fields that are still empty. */
export function fillKnown(state: ApplyState, known: FormValues): ApplyState {
  const added = Object.entries(known).filter(([key]) => state.form[key] === undefined);
  return { ...state, prefilled: known, form: { ...state.form, ...Object.fromEntries(added) } };
}
