import { access, type AccessApi } from '#kernel/access/index.ts';
import { audit } from '#kernel/audit/module.ts';
import type { Listener } from '#kernel/events/listener.ts';
import { files } from '#kernel/files/module.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';
import type { ServedRoute } from '#kernel/http/handler.ts';
import type { Importer } from '#kernel/imports/importer.ts';
import { imports } from '#kernel/imports/module.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import type { ModuleInstance } from '#kernel/module/module.ts';
import { notifications } from '#kernel/notify/module.ts';
import { devices } from '#modules/registry/devices/server/module.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';

import { createFindCentre } from './find-centre.ts';
import { auditDeps, fileDeps, identityProvider, notifyDeps } from './kernel-parts.ts';
import type { Foundation } from './kernel.ts';
import { deviceAccounts } from './ports.ts';
import { sheets } from './sheets.ts';

/** The one list: every part of the product that has routes, events or tables of its own. */
export const declarations = [
  access,
  audit,
  files,
  notifications,
  imports,
  organisation,
  devices,
] as const;

/** Every module made and running, as one. */
export interface Running {
  readonly access: AccessApi;
  readonly routes: readonly ServedRoute[];
  readonly listeners: readonly Listener[];
  readonly jobs: readonly Job[];
  readonly importers: readonly Importer[];
}

/** Makes every module run, each with the doors of those it may call. The order is the order of need. */
export function createModules(foundation: Foundation): Running {
  const instances: Array<ModuleInstance<unknown>> = [];
  const add = <Api>(instance: ModuleInstance<Api>): Api => {
    instances.push(instance);
    return instance.api;
  };
  const all = <T>(pick: (instance: ModuleInstance<unknown>) => readonly T[] | undefined): T[] =>
    instances.flatMap((instance) => pick(instance) ?? []);

  const accessApi = add(access.create(accessOptions(foundation)));
  add(audit.create(auditDeps(foundation)));
  add(
    files.create(
      fileDeps(foundation, () =>
        all((instance): readonly FilePurpose[] | undefined => instance.filePurposes),
      ),
    ),
  );
  add(notifications.create(notifyDeps(foundation)));
  add(
    imports.create({
      ...foundation,
      sheets,
      importers: () => all((instance) => instance.importers),
    }),
  );
  const organisationApi = add(organisation.create(foundation));
  add(
    devices.create({
      ...foundation,
      organisation: organisationApi,
      accounts: deviceAccounts(accessApi),
    }),
  );

  return {
    access: accessApi,
    routes: all((instance) => instance.routes),
    listeners: all((instance) => instance.listeners),
    jobs: all((instance) => instance.jobs),
    importers: all((instance) => instance.importers),
  };
}

function accessOptions(foundation: Foundation) {
  const { database, clock, cipher, secrets, config } = foundation;
  return {
    database,
    clock,
    cipher,
    sessionKey: secrets.sessionKey,
    publicUrl: config.http.publicUrl,
    permissions: declarations.flatMap((declaration) => [...declaration.permissions]),
    findCentre: createFindCentre(database, clock),
    identity: identityProvider(foundation),
  };
}
