import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import type { RowChange } from '#kernel/imports/importer.ts';

import type { MattersDeps } from '../deps.ts';
import { toCard, toWords } from '../editions/matter-words.ts';
import { newEdition } from '../editions/new-edition.ts';
import { putInForce } from '../editions/put-in-force.ts';
import { draftChanged } from '../events.ts';
import { insertEdition } from '../repository-editions.ts';
import { ensureEntry, insertMatter, lockByCode, updateMatter } from '../repository.ts';
import type { EditionRow, MatterRow } from '../tables.ts';
import type { CatalogueRow } from './catalogue-row.ts';

const NOTE = '随数据导入 / imported';

/**
 * Writes imported contents as editions. What is loaded with the centre is in force at once; what somebody
 * imports waits for another person to publish it, like everything that one person drafts.
 */
export async function writeContents(
  deps: MattersDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<CatalogueRow>>,
): Promise<void> {
  const today = await todayOf(deps, tx, actor.centreId);
  const codes = changes.map(({ after }) => after.code);
  const known = new Map(
    (await lockByCode(tx, actor.centreId, codes)).map((matter) => [matter.code, matter]),
  );
  for (const { after } of changes) {
    const { matter, isNew } = toMatter(deps, actor, after, known.get(after.code));
    const edition = toEdition(deps, actor, after, matter);
    if (isNew) insertMatter(tx, matter);
    else updateMatter(tx, matter);
    noteEntry(tx, actor, after);
    writeEdition(deps, tx, actor, { matter, edition, today });
  }
}

function toMatter(
  { clock }: MattersDeps,
  actor: Actor,
  { content }: CatalogueRow,
  known: MatterRow | undefined,
): { matter: MatterRow; isNew: boolean } {
  if (known !== undefined)
    return { matter: { ...known, last_number: known.last_number + 1 }, isNew: false };
  const key = { centre_id: actor.centreId, matter_id: newId(clock) };
  return { matter: { ...key, ...toWords(toCard(content)), last_number: 1 }, isNew: true };
}

function toEdition(
  { clock }: MattersDeps,
  actor: Actor,
  { content }: CatalogueRow,
  matter: MatterRow,
): EditionRow {
  const { matter_id: matterId, last_number: number, kind } = matter;
  return { ...newEdition(clock, actor, { matterId, number, kind, note: NOTE }), content };
}

function noteEntry(tx: Tx, actor: Actor, { content }: CatalogueRow): void {
  if ('members' in content) return;
  ensureEntry(tx, {
    centre_id: actor.centreId,
    catalog_code: content.catalogCode,
    name_zh: content.name.zh,
    name_en: content.name.en ?? '',
    task_type: content.taskType,
  });
}

function writeEdition(
  deps: MattersDeps,
  tx: Tx,
  actor: Actor,
  given: { readonly matter: MatterRow; readonly edition: EditionRow; readonly today: string },
): void {
  const { matter, edition, today } = given;
  const card = toCard(edition.content);
  if (actor.kind === 'system') {
    const days = { validFrom: today, validUntil: null };
    const head = putInForce(deps, tx, actor, { matter, edition, ...days });
    insertEdition(tx, { ...head, content: edition.content }, card);
    return;
  }
  const submitted = { ...edition, state: 'in-review' } as const;
  insertEdition(tx, submitted, card);
  draftChanged(tx, deps.clock, actor, 'submitted', { code: matter.code, head: submitted });
}
