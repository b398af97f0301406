import { readFile } from 'node:fs/promises';

import { parse } from 'csv-parse/sync';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { permissions as accessPermissions } from '#kernel/access/contract.ts';
import { access, type AccessApi, type RoleDefinition } from '#kernel/access/index.ts';
import { anonymousActor, systemActor } from '#kernel/access/system-actor.ts';
import { noteDetails } from '#kernel/centre/centre.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { makeSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher, type FieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { createFilesApi, type FilesApi } from '#kernel/files/api.ts';
import { createDiskStore } from '#kernel/files/store.ts';
import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import type { ServedRoute } from '#kernel/http/handler.ts';
import { createHttpServer } from '#kernel/http/server.ts';
import { newId } from '#kernel/ids/id.ts';
import type { Importer } from '#kernel/imports/importer.ts';
import type { RawRow } from '#kernel/imports/plan.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { createLog } from '#kernel/observe/log.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { isProblem } from '#kernel/problems/problem-error.ts';
import { permissions as organisationPermissions } from '#modules/registry/organisation/contract.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';

import { permissions } from '../contract.ts';
import type { StaffAccounts, StaffDeps } from './deps.ts';
import { staff } from './module.ts';
import { photoPurpose } from './photo.ts';

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
    'licence-manager',
    'matters-manager',
    'matters-publisher',
    'department-head',
    'finance',
    'finance-maker',
    'finance-checker',
    'finance-approver',
    'fulfilment-manager',
    'premises-checker',
    'service-supervisor',
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
  readonly files: FilesApi;
  readonly importers: readonly Importer[];
  /** What was sent to people's inboxes. */
  readonly notices: Array<{ readonly template: string; readonly accountId: string | undefined }>;
  find(name: string): Importer;
  /** Sends one request through the front door as this actor. */
  send<C extends RouteContract>(actor: Actor, contract: C, sent?: Sent<C>): Promise<Answer<C>>;
  /** Somebody of the demonstration centre by number. */
  person(employeeNo: string): Promise<{ readonly id: string; readonly accountId: string }>;
  close(): Promise<void>;
}

/** Stored files on the disk, as the server has them. */
function openFiles(database: TestDatabase, clock: FixedClock): FilesApi {
  const folder = `/tmp/onewindow-test-files/${database.name}`;
  return createFilesApi({
    database,
    clock,
    log: createLog('silent'),
    store: createDiskStore(`${folder}/files`),
    scanner: undefined,
    spoolFolder: `${folder}/spool`,
    limitBytes: 5 * 1024 * 1024,
    purposes: () => [photoPurpose],
  });
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
  const files = openFiles(database, clock);
  const notices: Array<{ template: string; accountId: string | undefined }> = [];
  const deps: StaffDeps = {
    database,
    clock,
    cipher,
    organisation: places.api,
    accounts: plugAccounts(accessParts.api),
    files,
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
    files,
    importers,
    notices,
    send: await openDoor(database, clock, instance.routes),
    person: async (employeeNo) => {
      const { rows } = await database.pool.query<{ id: string; accountId: string }>(
        'SELECT person_id id, account_id "accountId" FROM staff.person WHERE employee_no = $1',
        [employeeNo],
      );
      const [row] = rows;
      if (row === undefined) throw new Error(`Nobody has the number ${employeeNo}`);
      return row;
    },
    find: (name) => {
      const importer = importers.find((one) => one.name === name);
      if (importer === undefined) throw new Error(`No importer ${name}`);
      return importer;
    },
    close: () => database.drop(),
  };
}

type Sent<C> = {
  readonly params?: ParamsInput<C>;
  readonly query?: QueryInput<C>;
  readonly body?: BodyInput<C>;
};

export interface Answer<C> {
  readonly status: number;
  readonly body: ResponseOf<C>;
  /** The problem's code, when it was refused. */
  readonly problem: string | undefined;
  readonly text: string;
}

async function openDoor(
  database: TestDatabase,
  clock: FixedClock,
  routes: readonly ServedRoute[],
): Promise<StaffWorld['send']> {
  const actors = new Map<string, Actor>();
  const http = await createHttpServer(
    {
      db: database.db,
      clock,
      log: createLog('silent'),
      identify: async (request) => ({
        actor: actors.get(String(request.headers['x-test-actor'])) ?? anonymousActor(TEST_CENTRE),
      }),
      publicUrl: 'http://localhost:8080',
      trustProxy: false,
      ratePerMinute: 1_000_000,
      uploadLimitBytes: 1024,
    },
    [...routes],
  );
  return async (actor, contract, sent = {}) => {
    actors.set(actor.id, actor);
    const params = (sent.params ?? {}) as Record<string, string>;
    const given = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined);
    const response = await http.inject({
      method: contract.method,
      url: contract.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
      query: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
      headers: {
        'x-test-actor': actor.id,
        ...(contract.idempotency === undefined ? {} : { 'idempotency-key': newId() }),
      },
      ...(sent.body === undefined ? {} : { payload: sent.body as object }),
    });
    const isJson = String(response.headers['content-type']).includes('json');
    const document = isJson ? (JSON.parse(response.body) as Record<string, unknown>) : {};
    const isDone = response.statusCode < 300;
    return {
      status: response.statusCode,
      body: (isDone ? contract.response?.parse(document) : undefined) as never,
      problem: isDone ? undefined : String(document['code']),
      text: response.body,
    };
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
