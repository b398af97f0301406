import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, Resubmit } from '../../contract.ts';
import { isAfterClosing } from '../acceptance.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';
import { listPaperChanges } from '../papers.ts';
import { keepForm, putHandedIn } from './hand-in.ts';

/** 补正提交, by the applicant online or at the window: the five days begin again for the new set. */
export function resubmit(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, form, papers }: Resubmit,
  once: Once,
): Promise<ActResult> {
  const mayJudge = actor.kind !== 'citizen';
  const seen: { changed: readonly string[] } = { changed: [] };
  return act(
    deps,
    actor,
    {
      act: 'resubmit',
      id,
      version,
      revise: async (loaded, tx) => {
        const revised = await putHandedIn(deps, tx, actor, loaded, { papers, form, mayJudge });
        seen.changed = [
          ...listPaperChanges(loaded.paperRows, revised.paperRows).map(({ key }) => key),
          ...listChangedFields(loaded.application?.form, revised.application?.form),
        ];
        return revised;
      },
      decide: (loaded, tx) => {
        const { file, today, settings } = loaded.around;
        return {
          papers: loaded.paperRows,
          detail: { changed: seen.changed },
          changes: {
            ...(form === undefined ? {} : { formNo: keepForm(deps, tx, actor.centreId, loaded) }),
            lastChanged: seen.changed,
            facts: {
              ...file.facts,
              receivedOn: today,
              receivedLate: isAfterClosing(deps, { settings }),
              answeredOn: null,
              correctionDueOn: null,
            },
          },
        };
      },
    },
    once,
  );
}

function listChangedFields(
  before: Readonly<Record<string, unknown>> = {},
  after: Readonly<Record<string, unknown>> = {},
): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
