import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { missingGlyphs } from '#kernel/documents/text/glyphs.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems, SealKind, sealKinds, type Settings } from '../contract.ts';
import { begin } from './act.ts';
import type { SealsDeps } from './deps.ts';
import type { Doing } from './doing.ts';
import { drawSeal, type SealTexts } from './drawing/seals.ts';
import * as repository from './repository.ts';
import { decideEntitlement, type Refusal } from './rules/entitlement.ts';
import { readSettings } from './settings.ts';
import type { KeptSeal, SetRow } from './tables.ts';
import { sealLegalName } from './vault.ts';

/** A firm with the licence that its seals follow. */
export interface Firm {
  readonly partyId: string;
  readonly name: string;
  readonly uscc: string;
  readonly licence: FirmLicence | undefined;
}

export interface FirmLicence {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly legalName: string;
  readonly firmName: string;
}

/** The firm as the register and its licence have it; undefined for a person or an unknown record. */
export async function findFirm(
  deps: SealsDeps,
  db: Db,
  centreId: number,
  partyId: string,
  settings: Settings,
): Promise<Firm | undefined> {
  const party = await deps.parties.findPartyInFull(db, centreId, partyId);
  if (party === undefined || party.kind !== 'organisation') return undefined;
  if (party.identifier?.kind !== 'uscc') return undefined;
  const { today } = await centreDay(deps, db, centreId);
  const [usable] = await deps.licences.findUsable(db, {
    centreId,
    partyId: party.id,
    kind: settings.licenceKind,
    on: today,
  });
  const id = usable?.licenceId ?? undefined;
  const summary = id === undefined ? undefined : await deps.licences.getLicence(db, centreId, id);
  return {
    partyId: party.id,
    name: party.name,
    uscc: party.identifier.number,
    licence:
      usable === undefined || summary === undefined
        ? undefined
        : {
            id: summary.id,
            number: summary.number,
            issuedOn: summary.issuedOn,
            legalName: usable.content['legalRepresentative']?.['zh-CN'] ?? '',
            firmName: summary.holder.name,
          },
  };
}

/** The last day on which a firm that was licensed on a day can claim. */
export async function claimUntil(
  deps: SealsDeps,
  db: Db,
  centreId: number,
  licensedOn: Day,
  { claimMonths }: Settings,
): Promise<Day> {
  const calendar = await deps.calendar.getCalendar(db, centreId);
  return calendar.addMonths(licensedOn, claimMonths, { onDayOff: 'next-working-day' }).dueOn;
}

/** Whether a firm can have its set now, and the set that is open for it. */
export async function judge(
  deps: SealsDeps,
  db: Db,
  centreId: number,
  firm: Firm,
  settings: Settings,
): Promise<{
  readonly refusal: Refusal | undefined;
  readonly prior: SetRow | undefined;
  readonly until: Day | undefined;
}> {
  const { licence } = firm;
  const [prior, { today, zone }, until] = await Promise.all([
    repository.findOfFirm(db, centreId, firm.uscc),
    centreDay(deps, db, centreId),
    licence && claimUntil(deps, db, centreId, licence.issuedOn, settings),
  ]);
  const refusal = decideEntitlement(
    {
      uscc: firm.uscc,
      licensedOn: licence?.issuedOn,
      claimUntil: prior?.claim_until ?? until,
      today,
      prior: prior && {
        number: prior.number,
        state: prior.state,
        appliedOn: prior.applied_at === null ? null : localDay(prior.applied_at, zone),
        claimUntil: prior.claim_until,
      },
    },
    settings,
  );
  return { refusal, prior, until: prior?.claim_until ?? until };
}

/**
 * The set of an entitled firm, opened when it is not. One transaction at a time for a firm, so that there is never a
 * second. Refuses with the first reason; takes a number, so it comes late in a transaction.
 */
export async function openSet(doing: Doing, firm: Firm, caseNo: string): Promise<SetRow> {
  const { deps, tx, actor } = doing;
  await repository.holdFirm(tx, actor.centreId, firm.uscc);
  const settings = await readSettings(tx, actor.centreId);
  const { refusal, prior, until } = await judge(deps, tx, actor.centreId, firm, settings);
  if (refusal !== undefined) throw new ProblemError(refusal.kind, refusal.values);
  if (prior !== undefined) return prior;
  const { licence } = firm;
  if (licence === undefined || until === undefined) throw new ProblemError(problems.noLicence);
  requireDrawable({
    firmName: licence.firmName,
    taxNumber: firm.uscc,
    legalName: licence.legalName,
  });
  const row = await makeRow(doing, firm, licence, { until, caseNo });
  begin(doing, row);
  return row;
}

async function makeRow(
  { deps, tx, actor }: Doing,
  firm: Firm,
  licence: FirmLicence,
  { until, caseNo }: { readonly until: Day; readonly caseNo: string },
): Promise<SetRow> {
  const key = { centre_id: actor.centreId, set_id: newId(deps.clock) };
  const now = deps.clock.now();
  return {
    ...key,
    number: await takeSetNumber(deps, tx, actor),
    state: 'eligible',
    uscc: firm.uscc,
    party_id: firm.partyId,
    firm_name: licence.firmName,
    legal_sealed: sealLegalName(deps.cipher, key, licence.legalName),
    licence_id: licence.id,
    licence_number: licence.number,
    licensed_on: licence.issuedOn,
    case_no: caseNo,
    claim_until: until,
    maker_id: null,
    declined: [],
    way: null,
    delivery_sealed: null,
    tracking_no: '',
    applied_at: null,
    answer_by: null,
    due_on: null,
    seals: newSeals(),
    is_remake: false,
    is_outdated: false,
    signed_at: null,
    first_signed_on: null,
    signed_days: null,
    received_sealed: null,
    signature_file_id: null,
    handed_by: '',
    steps: 1,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}

async function takeSetNumber(deps: SealsDeps, tx: Doing['tx'], actor: Actor): Promise<string> {
  const { today } = await centreDay(deps, tx, actor.centreId);
  const year = Number.parseInt(today.slice(0, 4), 10);
  const serial = await takeNumber(tx, { centreId: actor.centreId, series: 'seals.set', year });
  return formatNumber('KZ{year}{serial:5}', { year, serial });
}

export const newSeals = (): KeptSeal[] =>
  SealKind.options.map((kind) => ({ kind, filedNumber: null, remakes: 0, isRemaking: false }));

/** Refuses a text that cannot be cut: a character that no font has, or one that is too long for its seal. */
export function requireDrawable(texts: SealTexts): void {
  const refuse = (text: string, zh: string, en: string) =>
    new ProblemError(problems.notDrawable, { text, reason: { 'zh-CN': zh, en } });
  for (const text of [texts.firmName, texts.legalName]) {
    if (text === '') throw refuse(text, '执照上没有该项内容', 'the licence does not have it');
    const missing = missingGlyphs(text);
    if (missing.length > 0) {
      const characters = missing.join('');
      throw refuse(text, `字库缺字“${characters}”`, `no font has the glyph of ${characters}`);
    }
  }
  for (const kind of SealKind.options)
    if (drawSeal(kind, texts) === undefined) {
      const { title } = sealKinds[kind];
      throw refuse(
        kind === 'legal-representative' ? texts.legalName : texts.firmName,
        `${title['zh-CN']}放不下`,
        `it is too long for the ${title.en.toLowerCase()}`,
      );
    }
}
