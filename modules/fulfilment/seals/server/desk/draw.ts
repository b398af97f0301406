import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { tell } from '#kernel/events/tell.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { events, permissions, type SealKind } from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { toSvg } from '../drawing/picture.ts';
import { proofPaper } from '../drawing/proof.ts';
import { drawSeal as drawOne } from '../drawing/seals.ts';
import { requireMaker, requireOwn } from '../own/acting.ts';
import * as repository from '../repository.ts';
import type { SetRow } from '../tables.ts';
import { openLegalName } from '../vault.ts';
import { loadAround } from '../view.ts';

const textsOf = (deps: SealsDeps, row: SetRow) => ({
  firmName: row.firm_name,
  taxNumber: row.uscc,
  legalName: openLegalName(deps.cipher, row),
});

/** Who looks: a drawing names the legal representative, so that each taking is recorded. */
export type Looker = 'staff' | 'maker' | 'firm';

async function getRow(deps: SealsDeps, actor: Actor, id: string, looker: Looker): Promise<SetRow> {
  const { db } = deps.database;
  if (looker === 'staff') authorise(actor, permissions.view.name);
  const row = orNotFound(await repository.findSet(db, actor.centreId, id));
  if (looker === 'maker') {
    const maker = await requireMaker(deps, db, actor);
    return orNotFound(row.maker_id === maker.maker_id ? row : undefined);
  }
  if (looker === 'firm') {
    const { partyId } = await requireOwn(deps, db, actor);
    return orNotFound(row.party_id === partyId ? row : undefined);
  }
  return row;
}

async function tellDrawn(deps: SealsDeps, actor: Actor, id: string, form: 'svg' | 'pdf') {
  await deps.database.transaction(async (tx) =>
    tell(tx, deps.clock, actor, events.drawn, {
      subject: { kind: 'seals.set', id },
      payload: { setId: id, form },
    }),
  );
}

/** One seal at true millimetres. */
export async function drawSeal(
  deps: SealsDeps,
  actor: Actor,
  { id, kind }: { readonly id: string; readonly kind: SealKind },
  looker: Looker,
): Promise<string> {
  const row = await getRow(deps, actor, id, looker);
  const drawing = orNotFound(drawOne(kind, textsOf(deps, row)));
  await tellDrawn(deps, actor, id, 'svg');
  return toSvg(drawing);
}

/** The sheet that a maker cuts by. */
export async function printProof(
  deps: SealsDeps,
  actor: Actor,
  id: string,
  looker: Looker,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  const row = await getRow(deps, actor, id, looker);
  const { makers } = await loadAround(deps, deps.database.db, actor.centreId);
  const { bytes } = await proofPaper.render(
    {
      ...textsOf(deps, row),
      number: row.number,
      maker: row.maker_id === null ? '' : (makers.get(row.maker_id)?.name ?? ''),
      dueOn: row.due_on ?? '',
      filed: Object.fromEntries(
        row.seals.flatMap(({ kind, filedNumber }) =>
          filedNumber === null ? [] : [[kind, filedNumber]],
        ),
      ),
      again: row.seals.filter(({ isRemaking }) => isRemaking).map(({ kind }) => kind),
    },
    { locale: 'zh-CN', createdAt: row.updated_at },
  );
  await tellDrawn(deps, actor, id, 'pdf');
  return { bytes, fileName: `${row.number}.pdf` };
}
