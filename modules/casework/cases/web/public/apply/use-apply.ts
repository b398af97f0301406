import { useMemo, useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import {
  checkForm,
  type Guide,
  pruneAnswers,
  pruneValues,
  resolveRequirements,
} from '#modules/casework/matters/contract.ts';
import { useAct } from '#web/client/index.ts';

import { type Draft, type Receipt, routes } from '../../../contract.ts';
import { standingOf, suggestReuse, toPaperInputs } from '../../parts/paper-entries.ts';
import { useChecklist } from '../../parts/use-checklist.ts';
import { type ApplyState, fillKnown, FRESH, fromDraft, type StepName } from './apply-state.ts';

/** One application from the first question to the receipt, kept on the server at each step. */
export function useApply(guide: Guide, draft: Draft | undefined, begin: Partial<ApplyState>) {
  const [state, setState] = useState<ApplyState>(() =>
    draft === undefined ? { ...FRESH, ...begin } : fromDraft(draft),
  );
  const [saved, setSaved] = useState(draft);
  const [receipt, setReceipt] = useState<Receipt | undefined>(undefined);
  const { matterId } = guide;
  const required = useRequired(guide, state);
  const { item, answers, requirements } = required;
  const checklist = useChecklist(
    item === undefined ? undefined : { matterId, itemKey: item.key, answers, form: {} },
    true,
  );
  const [taken, setTaken] = useState(checklist.data);
  if (checklist.data !== undefined && checklist.data !== taken && !checklist.isPlaceholderData) {
    setTaken(checklist.data);
    const known = fillKnown(state, checklist.data.prefilled);
    setState({ ...known, entries: suggestReuse(known.entries, checklist.data.papers) });
  }
  const standing = standingOf(
    state.entries,
    requirements?.papers ?? [],
    checklist.data?.toleranceAllowed ?? false,
  );
  const saving = useAct(routes.saveDraft, { onDone: setSaved });
  const submitting = useAct(routes.submitDraft, { onDone: setReceipt });
  const save = async (step: StepName) => {
    if (item === undefined) return undefined;
    const body = {
      matterId,
      itemKey: item.key,
      answers,
      form: pruneValues(item.form, answers, state.form),
      papers: toPaperInputs(state.entries, requirements?.papers ?? []),
      delivery: state.delivery,
      step,
    };
    return saving.mutateAsync({ body }).catch(() => undefined);
  };
  return {
    guide,
    state,
    change: (part: Partial<ApplyState>) => setState((former) => ({ ...former, ...part })),
    ...required,
    checklist,
    standing,
    saved,
    saving,
    submitting,
    receipt,
    /** Goes on only once what was filled in is safe on the server. */
    goTo: async (step: StepName) => {
      if ((await save(step)) !== undefined) setState((former) => ({ ...former, step }));
    },
    submit: async () => {
      const kept = await save('check');
      if (kept === undefined) return;
      submitting.mutate({ params: { id: kept.id }, body: { version: kept.version } });
    },
  };
}

export type ApplyWork = ReturnType<typeof useApply>;

function useRequired(guide: Guide, state: ApplyState) {
  const today = localDay(systemClock.now());
  const { items } = guide.content;
  const [only] = items;
  const item =
    items.find(({ key }) => key === state.itemKey) ?? (items.length === 1 ? only : undefined);
  const answers = useMemo(
    () => (item === undefined ? {} : pruneAnswers(item.questions, state.answers)),
    [item, state.answers],
  );
  const requirements = useMemo(
    () => (item === undefined ? undefined : resolveRequirements(item, answers, state.form)),
    [item, answers, state.form],
  );
  return {
    today,
    item,
    answers,
    requirements,
    faults: item === undefined ? [] : checkForm(item.form, answers, state.form, { today }),
  };
}
