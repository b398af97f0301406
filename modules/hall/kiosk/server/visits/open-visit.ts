import type { Actor } from '#kernel/access/contract-actor.ts';
import type { CitizenClaims } from '#kernel/access/index.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { parseCitizenId } from '#kernel/ids/citizen-id.ts';
import { newId } from '#kernel/ids/id.ts';
import type { Locale } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type OpenedVisit, PERMITS, problems, type VisitOpening } from '../../contract.ts';
import type { KioskDeps } from '../deps.ts';
import { visitOpened } from '../events.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { VisitRow } from '../tables.ts';
import { wipeVisits } from './end-visit.ts';
import { getKiosk } from './find-kiosk.ts';

/**
 * Begins a visit. The card's chip, or the service that issued the code, says who it is; the session it opens counts
 * only together with this kiosk's key, for what visitors do at a kiosk, and not for long.
 */
export async function openVisit(
  deps: KioskDeps,
  actor: Actor,
  input: VisitOpening,
  locale: Locale,
): Promise<OpenedVisit> {
  const kiosk = await getKiosk(deps, actor);
  const claims = await readClaims(deps, actor, input);
  const times = await readSettings(deps.database.db, actor.centreId);
  const now = deps.clock.now();
  const endsAt = new Date(now.getTime() + times.visitMinutes * 60_000);
  await deps.database.transaction((tx) => wipeVisits(deps, tx, actor, actor.id, 'next'));
  return deps.access.openVisitor(
    actor,
    {
      claims,
      method: input.way,
      permits: PERMITS,
      life: { idle: times.visitIdleMinutes * 60, absolute: times.visitMinutes * 60 },
      locale,
    },
    (tx, opened) => {
      const row: VisitRow = {
        centre_id: actor.centreId,
        visit_id: newId(deps.clock),
        device_id: kiosk.id,
        device_account_id: actor.id,
        account_id: opened.accountId,
        session_id: opened.sessionId,
        way: input.way,
        opened_at: now,
        ends_at: endsAt,
        ended_at: null,
        ended_why: null,
      };
      repository.insertVisit(tx, row);
      visitOpened(tx, deps.clock, actor, row);
      return {
        visitId: row.visit_id,
        token: opened.token,
        name: opened.displayName,
        endsAt: endsAt.toISOString(),
      };
    },
  );
}

/** Name and number were compared when the card was issued, and its chip holds both. */
const CARD_LEVEL = 2;

async function readClaims(
  deps: KioskDeps,
  { centreId }: Actor,
  input: VisitOpening,
): Promise<CitizenClaims> {
  if (input.way === 'code') {
    if (deps.readCode === undefined) throw new ProblemError(problems.codesAway);
    const claims = await deps.readCode(input.code);
    if (claims === undefined) throw new ProblemError(problems.codeUnreadable);
    return claims;
  }
  const number = parseCitizenId(input.identityNo, localDay(deps.clock.now()));
  if (!number.ok) throw new ProblemError(problems.cardWrong);
  return {
    issuer: 'id-card-reader',
    // The number itself stands nowhere in plain.
    externalSubject: deps.cipher.blindIndex('kiosk.id-card', number.value.number, String(centreId)),
    kind: 'person',
    name: input.name,
    idNumber: number.value.number,
    phone: undefined,
    level: CARD_LEVEL,
    firm: undefined,
  };
}
