import type { Actor } from '#kernel/access/contract-actor.ts';
import { type Page, readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import { normaliseCode } from '#kernel/ids/token.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type CarrierCard,
  type CarrierKind,
  type FoundUnit,
  listRefusals,
  type Plan,
  problems,
  type Refusal,
  type Town,
  type UseRole,
} from '../../contract.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { DOOR_CODE } from '../filings/file-version.ts';
import { listFiled, searchUnits } from '../repository-list.ts';
import * as unitRows from '../repository-units.ts';
import * as useRows from '../repository-uses.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { CarrierRow, FilingRow, UnitRow } from '../tables.ts';
import { loadTowns } from '../towns.ts';
import { loadInside } from '../view-filing.ts';
import {
  ANYBODY,
  toCard,
  toFoundUnit,
  toPlan,
  toPlanUnits,
  toQuestion,
  type UnitAround,
} from '../view.ts';

interface CarrierFilter {
  readonly search?: string | undefined;
  readonly kind?: CarrierKind | undefined;
  readonly town?: string | undefined;
  readonly free?: 'true' | 'false' | undefined;
}

/** Carriers with something in force. */
export async function listCarriers(
  deps: PremisesDeps,
  actor: Actor,
  { search = '', kind, town = '', free }: CarrierFilter,
): Promise<{ items: CarrierCard[]; towns: Town[] }> {
  const { db } = deps.database;
  const { centreId } = actor;
  const [carriers, filings, towns, settings, { today }] = await Promise.all([
    repository.listCarriers(db, centreId),
    listFiled(db, centreId),
    loadTowns(deps, db, centreId),
    readSettings(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  const inForce = filings.filter(
    ({ standing }) => standing === 'filed' || standing === 'suspended',
  );
  const inside = await loadInside(
    db,
    centreId,
    inForce.map(({ filing_id }) => filing_id),
  );
  const words = search.split(/\s+/u).filter((word) => word !== '');
  const cards = carriers.flatMap((carrier) => {
    const own = inForce.filter(({ carrier_id }) => carrier_id === carrier.carrier_id);
    if (own.length === 0) return [];
    const units = own.flatMap((filing) =>
      toPlanUnits(
        { ...inside, units: inside.units.filter((unit) => unit.filing_id === filing.filing_id) },
        { filing, carrierKind: carrier.kind, today, settings },
      ),
    );
    const said = [
      carrier.name,
      carrier.name_en,
      carrier.operator_name,
      ...own.map((one) => one.address),
    ].join(' ');
    const fits =
      words.every((word) => said.toLowerCase().includes(word.toLowerCase())) &&
      (kind === undefined || carrier.kind === kind) &&
      (town === '' || carrier.town === town);
    return fits ? [toCard(carrier, own, units, towns)] : [];
  });
  const known = new Set(carriers.map((carrier) => carrier.town));
  return {
    items: cards.filter((card) => free !== 'true' || card.free > 0),
    towns: towns.all.filter(({ code }) => known.has(code)),
  };
}

/** A carrier with the plans of its floors. Firms stand in it by name: where a firm is registered is public. */
export async function getCarrier(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
): Promise<{ carrier: CarrierCard; plans: Plan[] }> {
  const { db } = deps.database;
  const { centreId } = actor;
  const carrier = await repository.findCarrier(db, centreId, id);
  if (carrier === undefined) throw new ProblemError(problems.unitUnknown);
  const [all, towns, settings, { today }] = await Promise.all([
    repository.listFilingsOf(db, centreId, [id]),
    loadTowns(deps, db, centreId),
    readSettings(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  const filed = all.filter(
    ({ filed_version, standing }) => filed_version > 0 && standing !== 'revoked',
  );
  const plans = await Promise.all(
    filed.map(async (filing) => {
      const [inside, version] = await Promise.all([
        loadInside(db, centreId, [filing.filing_id]),
        repository.findVersion(db, centreId, filing.filing_id, filing.filed_version),
      ]);
      const around = { filing, carrierKind: carrier.kind, today, settings };
      const building = version?.body.building ?? { floorsAbove: 1, floorsBelow: 0 };
      return toPlan(inside, around, building);
    }),
  );
  const units = plans.flatMap((plan) => plan.units);
  return { carrier: toCard(carrier, filed, units, towns), plans: plans.map(hideCodes) };
}

/** Credit codes and who is not found are for staff and the operator. */
const hideCodes = (plan: Plan): Plan => ({
  ...plan,
  units: plan.units.map((unit) => ({
    ...unit,
    occupants: unit.occupants.map((one) => ({ ...one, creditCode: '', isUnreachable: false })),
  })),
});

interface Searched {
  readonly search?: string | undefined;
  readonly kind?: CarrierKind | undefined;
  readonly town?: string | undefined;
  readonly free?: 'true' | 'false' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export async function findUnits(
  deps: PremisesDeps,
  actor: Actor,
  asked: Searched,
): Promise<Page<FoundUnit> & { total: null }> {
  const { db } = deps.database;
  const { centreId } = actor;
  const [{ today }, { unlimitedKinds }] = await Promise.all([
    centreDay(deps, db, centreId),
    readSettings(db, centreId),
  ]);
  const filter = { ...asked, isFree: asked.free === 'true', unlimitedKinds, today };
  const rows = await searchUnits(db, centreId, filter, {
    limit: asked.limit,
    cursor: readCursor(asked.cursor),
  });
  const found = await Promise.all(rows.map((row) => loadPlace(deps, db, row)));
  const towns = await loadTowns(deps, db, centreId);
  return {
    total: null,
    ...toPage(
      found,
      asked.limit,
      ({ unit, carrier, around }) => toFoundUnit(unit, carrier, around, towns),
      ({ unit }) => [unit.address_key, unit.unit_id],
    ),
  };
}

interface InPlace {
  readonly unit: UnitRow;
  readonly filing: FilingRow;
  readonly carrier: CarrierRow;
  readonly around: UnitAround;
}

/** A unit with all that decides about its use. */
export async function loadPlace(deps: PremisesDeps, db: Db, unit: UnitRow): Promise<InPlace> {
  const { centre_id: centreId } = unit;
  const [place, occupants, reserved, settings, { today }] = await Promise.all([
    unitRows.findInPlace(db, unit),
    unitRows.listOccupants(db, centreId, { unitIds: [unit.unit_id] }),
    useRows.listReserved(db, centreId, [unit.unit_id]),
    readSettings(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  if (place === undefined) throw new ProblemError(problems.unitUnknown);
  const { filing, carrier } = place;
  const takers = { occupants, reserved };
  return {
    unit,
    filing,
    carrier,
    around: { filing, carrierKind: carrier.kind, takers, today, settings },
  };
}

const UUID = /^[0-9a-f-]{36}$/iu;

/** By its id, by the code on its door, or by the whole address that the door’s QR code holds. */
async function findByRef(db: Db, centreId: number, ref: string): Promise<UnitRow> {
  const text = ref.trim().split('/').at(-1) ?? '';
  const unit = UUID.test(text)
    ? await unitRows.findUnit(db, centreId, text.toLowerCase())
    : await unitRows.findUnitByToken(db, centreId, normaliseCode(text).slice(0, DOOR_CODE));
  if (unit === undefined) throw new ProblemError(problems.unitUnknown);
  return unit;
}

export interface DoorUnit extends FoundUnit {
  readonly operatorName: string;
  readonly phone: string;
  readonly refusals: Refusal[];
  readonly firms: Array<{ name: string; role: UseRole }>;
  readonly doorUrl: string;
  readonly isDemonstration: boolean;
}

export async function findUnit(deps: PremisesDeps, actor: Actor, ref: string): Promise<DoorUnit> {
  const { db } = deps.database;
  const row = await findByRef(db, actor.centreId, ref);
  const [{ unit, carrier, around }, towns] = await Promise.all([
    loadPlace(deps, db, row),
    loadTowns(deps, db, actor.centreId),
  ]);
  return {
    ...toFoundUnit(unit, carrier, around, towns),
    operatorName: carrier.operator_name,
    phone: carrier.phone,
    refusals: listRefusals(toQuestion(unit, around, ANYBODY)),
    firms: around.takers.occupants.map(({ subject_name, role }) => ({ name: subject_name, role })),
    doorUrl: `${deps.publicUrl}/premises/doors/${unit.token}`,
    isDemonstration: carrier.is_demonstration,
  };
}

interface Asked {
  readonly role: UseRole;
  readonly name: string;
  readonly creditCode: string;
  readonly scope: string;
  readonly isSoleTrader: boolean;
  readonly version: number | null;
}

/** What would be said at the submission, said while the form is being filled in. */
export async function checkUse(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
  { version, ...asked }: Asked,
): Promise<{ refusals: Refusal[] }> {
  const { db } = deps.database;
  const row = await findByRef(db, actor.centreId, id);
  const { unit, around } = await loadPlace(deps, db, row);
  const asks = { ...asked, applicantCode: '', version: version ?? undefined };
  return { refusals: listRefusals(toQuestion(unit, around, asks)) };
}
