import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';

import { permissions as accessPermissions } from '#kernel/access/contract.ts';
import { access, type AccessApi, type RoleDefinition } from '#kernel/access/index.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { noteDetails } from '#kernel/centre/centre.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { makeSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher, type FieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { type Importer } from '#kernel/imports/importer.ts';
import type { RawRow } from '#kernel/imports/plan.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { isProblem } from '#kernel/problems/problem-error.ts';
import { permissions as organisationPermissions } from '#modules/registry/organisation/contract.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';

import { permissions } from '../contract.ts';
import type { StaffAccounts, StaffDeps } from './deps.ts';
import { staff } from './module.ts';

const CENTRE = new URL('../../../../centres/songjiang/', import.meta.url);
const words = { 'zh-CN': '演示', en: 'Sample' };
const role = (name: string, names: readonly string[]): RoleDefinition => ({
  role: name,
  title: words,
  permissions: names,
});

const { viewOwn, requestLeave, ...granted } = permissions;
const atPlaces = [granted.view.name, granted.roster.name, granted.assign.name];
const roles: readonly RoleDefinition[] = [
  { ...role('system-admin', []), administrator: 'system' },
  {
    ...role(
      'security-admin',
      Object.values(accessPermissions).map(({ name }) => name),
    ),
    administrator: 'security',
  },
  { ...role('audit-admin', []), administrator: 'audit' },
  role(
    'hr-manager',
    Object.values(granted).map(({ name }) => name),
  ),
  role('hall-manager', [...atPlaces, granted.approveLeave.name]),
  ...[
    'organisation-manager',
    'device-manager',
    'registrar',
    'finance',
    'publicity',
    'window-clerk',
    'department-approver',
  ].map((name) => role(name, [])),
];

/** The port of accounts as the server plugs it: kernel/access, whole. */
function plugAccounts(api: AccessApi): StaffAccounts {
  const facts = new Map(
    roles.map((one) => [one.role, { role: one.role, administrator: one.administrator ?? null }]),
  );
  return {
    openAccount: (tx, actor, { personId, ...person }) =>
      api.createAccount(tx, actor, { kind: 'staff', subject: personId, ...person }).accountId,
    closeAccount: (tx, actor, accountId, reason) =>
      api.setStatus(tx, actor, { accountId, status: 'disabled', reason }),
    grantRole: async (tx, actor, gift) => {
      try {
        await api.grantRole(tx, actor, gift);
      } catch (error) {
        if (!isProblem(error, commonProblems.duplicate)) throw error;
      }
    },
    revokeRole: async (tx, actor, held) => {
      try {
        await api.revokeRole(tx, actor, held);
      } catch (error) {
        if (!isProblem(error, commonProblems.notFound)) throw error;
      }
    },
    describeRoles: async () => facts,
  };
}

export interface StaffWorld {
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly cipher: FieldCipher;
  readonly access: AccessApi;
  readonly deps: StaffDeps;
  readonly importers: readonly Importer[];
  /** What was sent to people's inboxes. */
  readonly notices: Array<{ readonly template: string; readonly accountId: string | undefined }>;
  find(name: string): Importer;
  close(): Promise<void>;
}

/** This module on a database of its own, with the real organisation and the real accounts. */
export async function openStaffWorld(now = '2026-11-24T02:00:00Z'): Promise<StaffWorld> {
  const database = await openTestDatabase();
  await migrate(
    database,
    await readMigrations([
      { part: 'registry/staff', folder: new URL('./migrations/', import.meta.url) },
    ]),
  );
  const clock = fixedClock(now);
  const secrets = makeSecrets();
  const cipher = createFieldCipher(parseKeyRing(secrets.fieldKeys, { production: false }));
  const accessParts = access.create({
    database,
    clock,
    cipher,
    sessionKey: secrets.sessionKey,
    publicUrl: 'http://localhost:8080',
    permissions: [
      ...Object.values(accessPermissions),
      ...Object.values(organisationPermissions),
      ...Object.values(permissions),
    ],
    findCentre: () => Promise.reject(new Error('Nobody signs in here')),
  });
  const places = organisation.create({ database, clock });
  const notices: Array<{ template: string; accountId: string | undefined }> = [];
  const deps: StaffDeps = {
    database,
    clock,
    cipher,
    organisation: places.api,
    accounts: plugAccounts(accessParts.api),
    files: { attach: async () => undefined },
    notify: {
      notify: async (_tx, _actor, { template, to }) => {
        notices.push({ template: template.name, accountId: to.accountId });
      },
    },
  };
  await database.transaction(async (tx) => {
    await accessParts.api.ensureRoles(tx, TEST_CENTRE, roles);
    noteDetails(tx, TEST_CENTRE, { contractStaffQuota: 75, mainSiteCode: 'district-hall' });
  });
  const instance = staff.create(deps);
  const importers = [...(places.importers ?? []), ...(instance.importers ?? [])];
  return {
    database,
    clock,
    cipher,
    access: accessParts.api,
    deps,
    importers,
    notices,
    find: (name) => {
      const importer = importers.find((one) => one.name === name);
      if (importer === undefined) throw new Error(`No importer ${name}`);
      return importer;
    },
    close: () => database.drop(),
  };
}

/** The rows of a sheet that comes with the demonstration centre. */
export async function readSheet(importer: string): Promise<RawRow[]> {
  const [module = '', kind = ''] = importer.split('.');
  const file = await readFile(new URL(`${module}/${kind}.csv`, CENTRE), 'utf8');
  const records: Array<Record<string, string>> = parse(file, { columns: true });
  return records.map((cells, index) => ({ rowNumber: index + 2, cells }));
}

/** Loads the demonstration centre's organisation and staff as the server does, as the software itself. */
export async function loadSongjiang(world: StaffWorld): Promise<void> {
  const actor = systemActor(TEST_CENTRE, 'load-centre');
  for (const importer of world.importers)
    await runImport(world, actor, importer, importer.name, await readSheet(importer.name));
}
