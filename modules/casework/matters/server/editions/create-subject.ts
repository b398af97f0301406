import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { type BundleContent, type MatterContent, permissions, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { draftChanged } from '../events.ts';
import { insertEdition } from '../repository-editions.ts';
import { ensureEntry, insertMatter } from '../repository.ts';
import { attachSamples } from './attach-samples.ts';
import { toEditionView } from './edition-view.ts';
import { toCard, toWords } from './matter-words.ts';
import { newEdition } from './new-edition.ts';

/** Begins a matter or a bundle with its first draft; refuses a code that another one has. */
export async function createSubject<C extends MatterContent | BundleContent>(
  deps: MattersDeps,
  actor: Actor,
  { content, note }: { readonly content: C; readonly note: string },
  once: Once,
) {
  authorise(actor, permissions.draft.name);
  const { database, clock } = deps;
  const card = toCard(content);
  const matterId = newId(clock);
  const row = {
    ...newEdition(clock, actor, { matterId, number: 1, kind: card.kind, note }),
    content,
  };
  return refuseDuplicate('matter_code_unique', problems.codeTaken, { code: card.code }, () =>
    database.transaction(async (tx) => {
      await attachSamples(deps, tx, actor, { matterId, content });
      if (card.taskType !== null)
        ensureEntry(tx, {
          centre_id: actor.centreId,
          catalog_code: card.catalogCode,
          name_zh: card.name.zh,
          name_en: card.name.en ?? '',
          task_type: card.taskType,
        });
      insertMatter(tx, {
        ...toWords(card),
        centre_id: actor.centreId,
        matter_id: matterId,
        last_number: 1,
      });
      insertEdition(tx, row, card);
      draftChanged(tx, clock, actor, 'created', { code: card.code, head: row });
      const view = await toEditionView(deps, tx, row, await todayOf({ clock }, tx, actor.centreId));
      once.claim(tx, view);
      return view;
    }),
  );
}
