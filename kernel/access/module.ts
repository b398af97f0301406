import type { Clock } from '../clock/clock.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Database } from '../db/database.ts';
import { defineModule } from '../module/module.ts';
import { type AccessApi, createApi } from './api.ts';
import type { Permission } from './contract-permission.ts';
import { events, permissions, problems, routes } from './contract.ts';
import type { AccessDeps, FindCentre } from './deps.ts';
import { createIdentityClient } from './identity/client.ts';
import type { ResolveCitizen } from './identity/ports.ts';
import type { IdentityProvider } from './identity/provider.ts';
import { resolveBySubject } from './identity/resolve-by-subject.ts';
import { createAccessKeys } from './keys.ts';
import { createPurgeJob } from './purge-job.ts';
import { createGrantsReader } from './roles/grants-reader.ts';
import { createRoutes } from './routes.ts';

/** What the server gives this part. */
export interface AccessOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  /** The installation's secret behind CSRF tokens, codes and device keys; the same in all processes. */
  readonly sessionKey: string;
  readonly publicUrl: string;
  /** Every permission of the product: roles are made of them. */
  readonly permissions: readonly Permission[];
  readonly findCentre: FindCentre;
  /** The identity service for citizens and firms; without one they cannot sign in. */
  readonly identity?: IdentityProvider | undefined;
  /** Attaches citizens to the register that keeps them. */
  readonly resolveCitizen?: ResolveCitizen | undefined;
}

/** kernel/access: who is there, and what they may do. */
export const access = defineModule({
  name: 'kernel/access',
  title: { 'zh-CN': '账号与权限', en: 'Accounts and permissions' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (options: AccessOptions) => {
    const deps = toDeps(options);
    const api: AccessApi = createApi(deps);
    return { api, routes: createRoutes(deps), jobs: [createPurgeJob(deps)] };
  },
});

function toDeps(options: AccessOptions): AccessDeps {
  const { identity, clock, publicUrl } = options;
  return {
    database: options.database,
    clock,
    cipher: options.cipher,
    keys: createAccessKeys(options.sessionKey),
    readGrants: createGrantsReader(options.database.db),
    publicUrl,
    permissions: new Map(options.permissions.map((permission) => [permission.name, permission])),
    findCentre: options.findCentre,
    identity: identity && createIdentityClient(identity, clock, `${publicUrl}/`),
    resolveCitizen: options.resolveCitizen ?? resolveBySubject,
  };
}
