import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { randomCode } from '#kernel/ids/token.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  addressKey,
  type FilingBody,
  filingValidUntil,
  type Unit,
  unitAddress,
  unitValidUntil,
} from '../../contract.ts';
import * as units from '../repository-units.ts';
import * as repository from '../repository.ts';
import type { CarrierRow, FilingRow, SnapshotRow, UnitRow } from '../tables.ts';
import type { Work } from '../work.ts';
import type { Loaded } from './load-around.ts';

/** The length of the code on a door. */
export const DOOR_CODE = 12;

/** What a case that cites the version can always read again. */
export interface SnapshotContent {
  readonly number: string;
  readonly version: number;
  readonly filedAt: string;
  readonly carrier: {
    readonly name: string;
    readonly kind: CarrierRow['kind'];
    readonly town: string;
    readonly operatorName: string;
    readonly operatorCode: string;
  };
  readonly building: FilingBody['building'];
  readonly unit: Unit & { readonly address: string; readonly validUntil: string | null };
  readonly proofs: ReadonlyArray<Omit<FilingBody['proofs'][number], 'fileId' | 'rooms'>>;
}

/** Makes the next version of what is in work: number on the first, the version with its hash, its units and their snapshots. */
export async function fileVersion(
  row: FilingRow,
  { settings, day }: Loaded,
  work: Work,
  carrier: CarrierRow,
): Promise<Partial<FilingRow>> {
  const { deps, tx, actor } = work;
  const body = orNotFound(row.draft ?? undefined);
  const filedVersion = row.filed_version + 1;
  const now = deps.clock.now();
  const number =
    row.number === ''
      ? await nextNumber(work, settings.numberPattern, row.town, Number(day.today.slice(0, 4)))
      : row.number;
  const filed = { number, version: filedVersion, filedAt: now.toISOString() };
  const rows = toUnitRows(row, carrier, body, filed);
  units.putUnits(
    tx,
    actor.centreId,
    row.filing_id,
    rows.map(({ unit }) => unit),
  );
  units.insertSnapshots(
    tx,
    rows.map(({ snapshot }) => snapshot),
  );
  const validUntil = filingValidUntil(body);
  repository.insertVersion(tx, {
    centre_id: actor.centreId,
    filing_id: row.filing_id,
    filed_version: filedVersion,
    kind: row.kind,
    body,
    hash: sm3Hex(canonicalJson({ ...filed, body })),
    valid_until: validUntil,
    filed_at: now,
    filed_by_name: actor.name,
  });
  return {
    number,
    filed_version: filedVersion,
    valid_until: validUntil,
    unit_count: body.units.length,
    building_name: body.building.name,
    address: body.building.standardAddress,
    draft: null,
    returns: [],
    due_on: null,
    // A suspension is lifted by its own act, never by a change.
    ...(row.standing === 'suspended' ? { standing: 'suspended' } : { standing_reason: '' }),
  };
}

async function nextNumber(
  { tx, actor }: Work,
  pattern: string,
  town: string,
  year: number,
): Promise<string> {
  const series = { centreId: actor.centreId, series: 'premises.filing', year };
  const serial = await takeNumber(tx, series);
  return formatNumber(pattern, { year, serial, more: { town: town.slice(6, 9) } });
}

function toUnitRows(
  row: Pick<FilingRow, 'centre_id' | 'filing_id'>,
  carrier: CarrierRow,
  body: FilingBody,
  filed: Pick<SnapshotContent, 'number' | 'version' | 'filedAt'>,
): Array<{ unit: UnitRow; snapshot: SnapshotRow }> {
  return body.units.map((unit) => {
    const address = unitAddress(body.building.standardAddress, unit.roomNo);
    const validUntil = unitValidUntil(body, unit.roomNo);
    const content = canonicalJson(
      toContent(carrier, body, filed, { ...unit, address, validUntil }),
    );
    const hash = sm3Hex(content);
    const key = { centre_id: row.centre_id, unit_id: unit.id ?? '', filed_version: filed.version };
    return {
      unit: {
        ...key,
        filing_id: row.filing_id,
        is_current: true,
        token: randomCode(DOOR_CODE),
        floor: unit.floor,
        room_no: unit.roomNo,
        address,
        address_key: addressKey(address),
        area_m2: unit.areaM2,
        max_subjects: unit.maxSubjects,
        excluded: unit.excluded,
        use_type: body.building.useType,
        group_codes: unit.groupCodes,
        is_suspended: false,
        reason: '',
        valid_until: validUntil,
        hash,
      },
      snapshot: { ...key, content, hash, filed_at: new Date(filed.filedAt) },
    };
  });
}

const toContent = (
  carrier: CarrierRow,
  { building, proofs }: FilingBody,
  filed: Pick<SnapshotContent, 'number' | 'version' | 'filedAt'>,
  unit: SnapshotContent['unit'],
): SnapshotContent => ({
  ...filed,
  carrier: {
    name: carrier.name,
    kind: carrier.kind,
    town: carrier.town,
    operatorName: carrier.operator_name,
    operatorCode: carrier.operator_code,
  },
  building,
  unit,
  proofs: proofs
    .filter(({ rooms }) => rooms.length === 0 || rooms.includes(unit.roomNo))
    .map(({ fileId: _file, rooms: _rooms, ...proof }) => proof),
});
