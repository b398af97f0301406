import type { FastifyInstance } from 'fastify';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor, Scope } from '#kernel/access/contract-actor.ts';
import {
  administratorPermission,
  permission,
  type Permission,
} from '#kernel/access/contract-permission.ts';
import { permissions as accessPermissions, routes } from '#kernel/access/contract.ts';
import {
  access,
  type AccessApi,
  type AccessOptions,
  type RoleDefinition,
} from '#kernel/access/index.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { makeSecrets } from '#kernel/config/secrets.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import { hashPassword } from '#kernel/crypto/password.ts';
import { route } from '#kernel/http/contract.ts';
import { serve } from '#kernel/http/handler.ts';
import { createHttpServer } from '#kernel/http/server.ts';
import { Done } from '#kernel/http/shapes.ts';
import { createLog } from '#kernel/observe/log.ts';

import { TEST_NOW } from './app.ts';
import { Browser } from './browser.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from './database.ts';

const words = { 'zh-CN': '演示', en: 'Sample' };

/** Permissions of an imagined module, to make roles of. */
export const samplePermissions = {
  read: permission('sample.read', words, ['centre', 'site', 'own']),
  write: permission('sample.write', words, ['centre', 'site']),
  searchAudit: administratorPermission('audit', 'audit.search', words),
  backUp: administratorPermission('system', 'backup.run', words),
} as const;

/** A route of the imagined module. */
export const sampleRoute = route({
  name: 'sample.read',
  method: 'GET',
  path: '/api/v1/sample',
  summary: 'Needs a permission',
  admission: samplePermissions.read,
  response: Done,
});

export const sampleRoles: readonly RoleDefinition[] = [
  {
    role: 'security-admin',
    title: { 'zh-CN': '安全管理员', en: 'Security administrator' },
    permissions: Object.values(accessPermissions).map(({ name }) => name),
    administrator: 'security',
  },
  {
    role: 'audit-admin',
    title: { 'zh-CN': '审计管理员', en: 'Audit administrator' },
    permissions: ['audit.search'],
    administrator: 'audit',
  },
  {
    role: 'system-admin',
    title: { 'zh-CN': '系统管理员', en: 'System administrator' },
    permissions: ['backup.run'],
    administrator: 'system',
  },
  { role: 'clerk', title: words, permissions: ['sample.read', 'sample.write'] },
  { role: 'careful', title: words, permissions: ['sample.read'], demandsSecondFactor: true },
  { role: 'everybody', title: words, permissions: ['sample.read@own'], impliedFor: 'staff' },
];

/** Somebody with an account, as a test knows them. */
export interface TestPerson {
  readonly accountId: string;
  readonly loginName: string;
  readonly password: string;
}

export interface AccessApp {
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly http: FastifyInstance;
  readonly api: AccessApi;
  readonly options: AccessOptions;
  readonly system: Actor;
  /** A browser of its own, with its own cookies. */
  browser(host?: string): Browser;
  /** Somebody of the staff whose password is their own already, with these roles over the whole centre. */
  person(loginName: string, roles?: readonly string[], scope?: Scope): Promise<TestPerson>;
  /** A browser in which this person is signed in by password. */
  signedIn(person: TestPerson): Promise<Browser>;
  /** Acts of the audit log about an account, oldest first. */
  acts(accountId: string): Promise<string[]>;
  close(): Promise<void>;
}

const OWN_PASSWORD = 'Tk7-mubre-Olive';
let ownHash: Promise<string> | undefined;

async function answerSample({ actor }: { readonly actor: Actor }): Promise<{ done: true }> {
  authorise(actor, samplePermissions.read.name);
  return { done: true };
}

/**
 * This part alone behind the real front door, with a fixed clock, on a database of its own; or on that of
 * another one whose options are given, as a second process would be.
 */
export async function startAccessApp(more: Partial<AccessOptions> = {}): Promise<AccessApp> {
  const own = more.database === undefined ? await openTestDatabase() : undefined;
  const database = own ?? (more.database as TestDatabase);
  const clock = fixedClock(TEST_NOW);
  const secrets = makeSecrets();
  const all: Permission[] = [
    ...Object.values(accessPermissions),
    ...Object.values(samplePermissions),
  ];
  const options: AccessOptions = {
    database,
    clock,
    cipher: createFieldCipher(parseKeyRing(secrets.fieldKeys, { production: false })),
    sessionKey: secrets.sessionKey,
    publicUrl: 'http://localhost:8080',
    permissions: all,
    findCentre: async () => ({
      centreId: TEST_CENTRE,
      slug: 'test',
      nameZh: '测试中心',
      nameEn: 'Test centre',
      zone: 'Asia/Shanghai',
      hosts: [],
      isDemonstration: true,
      details: {},
    }),
    ...more,
  };
  const instance = access.create(options);
  const { api } = instance;
  const http = await createHttpServer(
    {
      db: database.db,
      clock,
      log: createLog('silent'),
      identify: api.identify,
      publicUrl: options.publicUrl,
      trustProxy: false,
      ratePerMinute: 1_000_000,
      uploadLimitBytes: 1024,
    },
    [...instance.routes, serve(sampleRoute, answerSample)],
  );
  const system = systemActor(TEST_CENTRE, 'test');
  if (own) await database.transaction((tx) => api.ensureRoles(tx, TEST_CENTRE, sampleRoles));
  return {
    database,
    clock,
    http,
    api,
    options,
    system,
    browser: (host) => new Browser(http, host),
    person: (loginName, roles = [], scope = { level: 'centre' }) =>
      addPerson(database, api, system, { loginName, roles, scope }),
    signedIn: async (person) => {
      const browser = new Browser(http);
      const { body } = await browser.send(routes.signIn, {
        body: { loginName: person.loginName, password: person.password },
      });
      if (!body.signedIn) throw new Error(`${person.loginName} is at ${body.step}`);
      return browser;
    },
    acts: async (accountId) => {
      const { rows } = await database.pool.query<{ act: string }>(
        'SELECT act FROM kernel.audit_entry WHERE subject_id = $1 ORDER BY entry_id',
        [accountId],
      );
      return rows.map((row) => row.act.replace('access.', ''));
    },
    close: async () => {
      await http.close();
      await own?.drop();
    },
  };
}

async function addPerson(
  database: TestDatabase,
  api: AccessApi,
  system: Actor,
  { loginName, roles, scope }: { loginName: string; roles: readonly string[]; scope: Scope },
): Promise<TestPerson> {
  const account = await database.transaction(async (tx) => {
    const made = api.createAccount(tx, system, {
      kind: 'staff',
      loginName,
      displayName: `员工 ${loginName}`,
      oneTimePasswordHash: await (ownHash ??= hashPassword(OWN_PASSWORD)),
    });
    for (const role of roles) {
      await api.grantRole(tx, system, { accountId: made.accountId, role, scope, reason: '测试' });
    }
    return made;
  });
  await database.pool.query(
    'UPDATE kernel.account SET must_change_password = false WHERE account_id = $1',
    [account.accountId],
  );
  return { accountId: account.accountId, loginName, password: OWN_PASSWORD };
}
