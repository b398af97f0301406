import {
  access,
  type AccessApi,
  type AccessOptions,
  type ResolveCitizen,
} from '#kernel/access/index.ts';
import { audit } from '#kernel/audit/module.ts';
import { backup } from '#kernel/backup/module.ts';
import { calendar } from '#kernel/calendar/module.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import type { Listener } from '#kernel/events/listener.ts';
import { eventDelivery } from '#kernel/events/module.ts';
import { files } from '#kernel/files/module.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';
import type { ServedRoute } from '#kernel/http/handler.ts';
import type { Identify } from '#kernel/http/identify.ts';
import type { Importer } from '#kernel/imports/importer.ts';
import { imports } from '#kernel/imports/module.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import { backgroundJobs } from '#kernel/jobs/module.ts';
import { createLive, type Live } from '#kernel/live/live.ts';
import { live } from '#kernel/live/module.ts';
import type { Measure } from '#kernel/module/measure.ts';
import type { ModuleInstance } from '#kernel/module/module.ts';
import { notifications } from '#kernel/notify/module.ts';
import { cases } from '#modules/casework/cases/server/module.ts';
import { licences } from '#modules/casework/licences/server/module.ts';
import { matters } from '#modules/casework/matters/server/module.ts';
import { premises } from '#modules/casework/premises/server/module.ts';
import { budget } from '#modules/finance/budget/server/module.ts';
import { contracts } from '#modules/finance/contracts/server/module.ts';
import { performance } from '#modules/finance/performance/server/module.ts';
import { projects } from '#modules/finance/projects/server/module.ts';
import { courier } from '#modules/fulfilment/courier/server/module.ts';
import { seals } from '#modules/fulfilment/seals/server/module.ts';
import { appointments } from '#modules/hall/appointments/server/module.ts';
import { complaints } from '#modules/hall/complaints/server/module.ts';
import { evaluation } from '#modules/hall/evaluation/server/module.ts';
import { kiosk } from '#modules/hall/kiosk/server/module.ts';
import { queue } from '#modules/hall/queue/server/module.ts';
import { devices } from '#modules/registry/devices/server/module.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';
import { parties } from '#modules/registry/parties/server/module.ts';
import { staff } from '#modules/registry/staff/server/module.ts';

import { makeCasework } from './families/casework.ts';
import { makeFinance } from './families/finance.ts';
import { makeFulfilment } from './families/fulfilment.ts';
import { makeHall } from './families/hall.ts';
import { makeRegistry } from './families/registry.ts';
import { createFindCentre } from './find-centre.ts';
import { auditDeps, backupDeps, fileDeps, identityProvider, notifyDeps } from './kernel-parts.ts';
import type { Foundation } from './kernel.ts';
import { createLate } from './late.ts';
import { sheets } from './sheets.ts';

/** The one list: every part of the product that has routes, events or tables of its own. */
export const declarations = [
  access,
  audit,
  backup,
  eventDelivery,
  backgroundJobs,
  calendar,
  files,
  notifications,
  imports,
  live,
  organisation,
  staff,
  parties,
  devices,
  premises,
  matters,
  licences,
  cases,
  appointments,
  queue,
  evaluation,
  complaints,
  kiosk,
  seals,
  courier,
  contracts,
  budget,
  projects,
  performance,
] as const;

/** Every module made and running, as one. */
export interface Running {
  readonly access: AccessApi;
  readonly live: Live;
  readonly routes: readonly ServedRoute[];
  readonly listeners: readonly Listener[];
  readonly jobs: readonly Job[];
  readonly importers: readonly Importer[];
  readonly measures: readonly Measure[];
}

/** Makes every module run, each with the doors of those it may call. The order is the order of need. */
export function createModules(foundation: Foundation, identify?: Identify): Running {
  const instances: Array<ModuleInstance<unknown>> = [];
  const add = <Api>(instance: ModuleInstance<Api>): Api => {
    instances.push(instance);
    return instance.api;
  };
  const all = <T>(pick: (instance: ModuleInstance<unknown>) => readonly T[] | undefined): T[] =>
    instances.flatMap((instance) => pick(instance) ?? []);

  // The register of parties is made later, and is only asked when somebody signs in.
  const linkIdentity = createLate<ResolveCitizen>();
  const accessApi = add(access.create(accessOptions(foundation, linkIdentity.ask)));
  add(audit.create(auditDeps(foundation)));
  add(backup.create(backupDeps(foundation)));
  add(
    eventDelivery.create({ ...foundation, listeners: () => all((instance) => instance.listeners) }),
  );
  add(backgroundJobs.create({ ...foundation, jobs: () => all((instance) => instance.jobs) }));
  const calendarApi = add(calendar.create(foundation));
  const filesApi = add(
    files.create(
      fileDeps(foundation, () =>
        all((instance): readonly FilePurpose[] | undefined => instance.filePurposes),
      ),
    ),
  );
  const notifyApi = add(notifications.create(notifyDeps(foundation)));
  add(
    imports.create({
      ...foundation,
      sheets,
      limitBytes: foundation.config.imports.limitBytes,
      importers: () => all((instance) => instance.importers),
    }),
  );
  const kernel = {
    access: accessApi,
    calendar: calendarApi,
    files: filesApi,
    notify: notifyApi,
  };
  const measures = () => all((instance): readonly Measure[] | undefined => instance.measures);
  const making = { add, foundation, kernel, measures };
  const registry = makeRegistry(making);
  const casework = makeCasework(making, registry);
  const hall = makeHall(making, registry, casework);
  const fulfilment = makeFulfilment(making, registry, casework);
  makeFinance(making, { casework, hall, fulfilment });
  linkIdentity.plug(registry.parties.linkIdentity);

  const channel = add(
    live.create(
      createLive({
        ...foundation,
        identify: identify ?? accessApi.identify,
        events: declarations.flatMap((declaration): readonly EventKind[] => declaration.events),
        topics: all((instance) => instance.topics),
      }),
    ),
  );

  return {
    access: accessApi,
    live: channel,
    routes: all((instance) => instance.routes),
    listeners: all((instance) => instance.listeners),
    jobs: all((instance) => instance.jobs),
    importers: all((instance) => instance.importers),
    measures: measures(),
  };
}

function accessOptions(foundation: Foundation, resolveCitizen: ResolveCitizen): AccessOptions {
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
    resolveCitizen,
  };
}
