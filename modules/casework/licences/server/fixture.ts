import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { createSm2KeyPair, createSm2Signer } from '#kernel/crypto/sm2.ts';
import type { Database } from '#kernel/db/database.ts';
import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { openModuleDoor } from '#test/support/module-door.ts';

import type { LicenceField } from '../contract.ts';
import { createLicencesApi, type LicencesApi } from './api.ts';
import type { LicencesDeps } from './deps.ts';
import type { IssueLicence } from './inputs.ts';
import { issueLicence, type TakenOver } from './issue-licence.ts';
import { saveKinds } from './repository-kinds.ts';
import { createRoutes } from './routes.ts';
import type { KindRow } from './tables.ts';

export const CENTRE = 1;
export const DEPARTMENT = newId();
export const OTHER_DEPARTMENT = newId();

const fieldOf = (key: string, marks: string): LicenceField => ({
  key,
  label: { 'zh-CN': `要素${key}`, en: `Field ${key}` },
  isRequired: marks.includes('r'),
  isPublic: marks.includes('p'),
  isOnOriginal: marks.includes('o'),
});

const kindOf = (code: string, serial: string, more: Partial<KindRow> = {}): KindRow => ({
  centre_id: CENTRE,
  code,
  type_code: `11100000000013338W${serial}`,
  name_zh: `演示许可证${serial}`,
  name_en: `Demonstration permit ${serial}`,
  definer_zh: '演示机关',
  holder: 'any',
  role: 'issued',
  number_pattern: '演许〔{year}〕{serial:4}号',
  validity_months: 60,
  renew_from_days: 30,
  layout: 'landscape',
  has_duplicate: true,
  fields: [fieldOf('premises', 'rpo'), fieldOf('secret', '')],
  sort_order: Number(serial),
  is_demonstration: true,
  version: 1,
  updated_at: new Date('2026-01-01T00:00:00Z'),
  ...more,
});

const KINDS = [
  kindOf('food', '001'),
  kindOf('endless', '002', { validity_months: null, renew_from_days: null }),
  kindOf('composite', '003', { role: 'composite', validity_months: null, fields: [] }),
  kindOf('resident-identity-card', '004', { role: 'external', number_pattern: '', fields: [] }),
];

/** People and firms that the register would know. */
export interface KnownParty {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly mobile?: string;
  readonly verification?: 'none' | 'window' | 'real-name';
}

export interface Bench {
  readonly deps: LicencesDeps & { readonly clock: FixedClock };
  readonly api: LicencesApi;
  readonly system: Actor;
  /** Messages that were written, by their keys. */
  readonly notices: string[];
  readonly parties: Map<string, KnownParty>;
  /** Which record a record became. */
  readonly merged: Map<string, string>;
  /** Codes of departments for which a mandate counts; everything when empty. */
  readonly mandates: Map<string, readonly string[]>;
  /** Issues one; `then` runs before the transaction ends. */
  issue(more?: Partial<IssueLicence>, then?: () => void): ReturnType<LicencesApi['issue']>;
  /** Records one that was issued before this software. */
  takeOver(paper: TakenOver): ReturnType<LicencesApi['issue']>;
  send<C extends RouteContract>(
    actor: Actor | undefined,
    contract: C,
    sent?: {
      readonly params?: ParamsInput<C>;
      readonly query?: QueryInput<C>;
      readonly body?: BodyInput<C>;
    },
  ): Promise<{
    readonly status: number;
    readonly body: ResponseOf<C>;
    readonly problem: string | undefined;
    readonly text: string;
    readonly bytes: Buffer;
  }>;
  close(): Promise<void>;
}

/** A citizen who signed in, as kernel/access would say it. */
export function citizen(partyId: string, personId = partyId): Actor {
  const grants = [{ permission: 'licences.view-own', scope: { level: 'own' } }] as const;
  const subject = `${partyId}/${personId}`;
  return { kind: 'citizen', id: newId(), centreId: CENTRE, name: '演示持证人', grants, subject };
}

/** This module behind the front door, with a register of parties that the test fills. */
export async function startBench(database: Database): Promise<Bench> {
  const known = new Map<string, KnownParty>();
  const merged = new Map<string, string>();
  const mandates = new Map<string, readonly string[]>();
  const notices: string[] = [];
  const deps = makeDeps(database, { known, merged, mandates, notices });
  const api = createLicencesApi(deps);
  const system = systemActor(CENTRE, 'test');
  await database.transaction(async (tx) => saveKinds(tx, KINDS));
  const door = await openModuleDoor(deps, createRoutes(deps));
  return {
    deps,
    api,
    system,
    notices,
    parties: known,
    merged,
    mandates,
    issue: (more = {}, then = () => undefined) =>
      database.transaction(async (tx) => {
        const issued = await api.issue(tx, system, aLicence(known, more));
        then();
        return issued;
      }),
    takeOver: (paper) =>
      database.transaction((tx) => issueLicence(deps, tx, system, aLicence(known, {}), paper)),
    ...door,
  };
}

function aLicence(known: Map<string, KnownParty>, more: Partial<IssueLicence>): IssueLicence {
  const party: KnownParty = { id: newId(), kind: 'organisation', name: '上海演示餐饮有限公司' };
  if (more.holder === undefined) known.set(party.id, party);
  return {
    kind: 'food',
    holder: {
      partyId: party.id,
      kind: party.kind,
      name: party.name,
      identifier: { kind: 'uscc', shown: '91310117MA1TE5T0X0' },
    },
    authority: {
      name: { 'zh-CN': '演示区市场监督管理局', en: 'Demonstration authority' },
      creditCode: '11310117MB0T00015N',
      departmentId: DEPARTMENT,
    },
    caseId: newId(),
    caseNumber: 'BJ20260120001',
    content: { premises: '演示路1号', secret: '只有本人知道' },
    validFrom: '2026-01-20',
    ...more,
  };
}

interface World {
  readonly known: Map<string, KnownParty>;
  readonly merged: Map<string, string>;
  readonly mandates: Map<string, readonly string[]>;
  readonly notices: string[];
}

function makeDeps(database: Database, world: World): Bench['deps'] {
  const { known, merged, mandates, notices } = world;
  const live = (id: string): string => merged.get(id) ?? id;
  const keys = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => 7 + at * (at + 5)));
  const departments = {
    byId: new Map([
      [DEPARTMENT, { id: DEPARTMENT, code: 'market' }],
      [OTHER_DEPARTMENT, { id: OTHER_DEPARTMENT, code: 'water' }],
    ]),
  };
  const summary = (party: KnownParty) => ({
    id: party.id,
    kind: party.kind,
    name: party.name,
    identifier: { kind: '111', masked: '3101********0013' },
    verification: party.verification ?? 'none',
  });
  const find = (id: string) => known.get(live(id));
  const parties = {
    findLivePartyId: async (_db: unknown, _centre: number, id: string) => live(id),
    findActingParty: async (_db: unknown, actor: Actor) => {
      const [partyId, personId] = (actor.subject ?? '').split('/');
      return partyId === undefined || personId === undefined ? undefined : { partyId, personId };
    },
    findPartyByNumber: async () => undefined,
    findPartyInFull: async (_db: unknown, _centre: number, id: string) => find(id),
    findPartySummary: async (_db: unknown, _centre: number, id: string) => {
      const party = find(id);
      return party && summary(party);
    },
    mayRepresent: async (
      _db: unknown,
      _centre: number,
      question: { principalId: string; departmentCode?: string },
    ) => mandates.get(question.principalId)?.includes(question.departmentCode ?? '') ?? false,
  };
  return {
    database,
    clock: fixedClock('2026-01-20T02:00:00Z'),
    cipher: createFieldCipher(parseKeyRing(`v1:${keys.toString('base64')}`, { production: false })),
    signer: createSm2Signer({ keyId: 'test', privateKey: createSm2KeyPair().privateKey }),
    publicUrl: 'https://centre.example',
    organisation: { loadDirectory: () => Promise.resolve({ departments } as never) },
    parties: parties as never,
    notify: {
      notify: async (_tx, _actor, notice) => {
        notices.push(notice.key);
      },
    },
  };
}
