import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { ActResult, TellCorrection } from '../../contract.ts';
import { act } from '../act.ts';
import type { CasesDeps } from '../deps.ts';

/**
 * 一次告知: all that is to be corrected, at once, within five working days of the receipt (art. 32). A later
 * notice may hold only what the corrected set brought about.
 */
export function tellCorrection(
  deps: CasesDeps,
  actor: Actor,
  id: string,
  { version, items, dueOn }: TellCorrection,
  once: Once,
): Promise<ActResult> {
  return act(
    deps,
    actor,
    {
      act: 'tell-correction',
      id,
      version,
      typed: { items, dueOn },
      decide: ({ around: { file, today, calendar, settings }, paperRows }) => {
        const due = dueOn ?? calendar.addWorkingDays(today, settings.correctionDays).dueOn;
        const unfit = new Set(items.flatMap(({ paperKey }) => paperKey ?? []));
        return {
          isPublic: true,
          note: items.map(({ defect, howToFix }) => `${defect}；${howToFix}`).join('\n'),
          papers: paperRows.map((row) =>
            unfit.has(row.key) ? { ...row, state: 'unfit' as const } : row,
          ),
          changes: {
            corrections: [
              ...file.corrections,
              {
                noticeNo: file.corrections.length + 1,
                toldOn: today,
                dueOn: due,
                items: items.map((item) => ({
                  paperKey: item.paperKey ?? null,
                  field: item.field ?? null,
                  defect: item.defect,
                  howToFix: item.howToFix,
                  consequenceOf: item.consequenceOf ?? null,
                })),
              },
            ],
            facts: { ...file.facts, answeredOn: today, correctionDueOn: due },
          },
        };
      },
    },
    once,
  );
}
