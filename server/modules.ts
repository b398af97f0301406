import {
  access,
  type AccessApi,
  type AccessOptions,
  type ResolveCitizen,
} from '#kernel/access/index.ts';
import { audit } from '#kernel/audit/module.ts';
import { backup } from '#kernel/backup/module.ts';
import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import { calendar } from '#kernel/calendar/module.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import type { Listener } from '#kernel/events/listener.ts';
import { eventDelivery } from '#kernel/events/module.ts';
import type { FilesApi } from '#kernel/files/api.ts';
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
import type { ModuleInstance } from '#kernel/module/module.ts';
import { type NotifyApi, notifications } from '#kernel/notify/module.ts';
import { cases } from '#modules/casework/cases/server/module.ts';
import { licences } from '#modules/casework/licences/server/module.ts';
import { matters } from '#modules/casework/matters/server/module.ts';
import { budget } from '#modules/finance/budget/server/module.ts';
import { contracts } from '#modules/finance/contracts/server/module.ts';
import { appointments } from '#modules/hall/appointments/server/module.ts';
import { complaints } from '#modules/hall/complaints/server/module.ts';
import { evaluation } from '#modules/hall/evaluation/server/module.ts';
import type { FindRating } from '#modules/hall/queue/index.ts';
import { queue } from '#modules/hall/queue/server/module.ts';
import { devices } from '#modules/registry/devices/server/module.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';
import type { ListHolds } from '#modules/registry/parties/index.ts';
import { parties } from '#modules/registry/parties/server/module.ts';
import { staff } from '#modules/registry/staff/server/module.ts';

import { codeReader } from './code-reader.ts';
import { createFindCentre } from './find-centre.ts';
import {
  auditDeps,
  backupDeps,
  fileDeps,
  identityProvider,
  installationSigner,
  notifyDeps,
} from './kernel-parts.ts';
import type { Foundation } from './kernel.ts';
import { deviceAccounts, staffAccounts } from './ports.ts';
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
  matters,
  licences,
  cases,
  appointments,
  queue,
  evaluation,
  complaints,
  contracts,
  budget,
] as const;

/** Every module made and running, as one. */
export interface Running {
  readonly access: AccessApi;
  readonly live: Live;
  readonly routes: readonly ServedRoute[];
  readonly listeners: readonly Listener[];
  readonly jobs: readonly Job[];
  readonly importers: readonly Importer[];
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
  const register: { linkIdentity?: ResolveCitizen } = {};
  const accessApi = add(
    access.create(
      accessOptions(foundation, (...asked) => requireMade(register.linkIdentity)(...asked)),
    ),
  );
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
  register.linkIdentity = addModules(add, foundation, {
    access: accessApi,
    calendar: calendarApi,
    files: filesApi,
    notify: notifyApi,
  });

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
  };
}

/** Parts of the kernel that modules call. */
interface KernelApis {
  readonly access: AccessApi;
  readonly calendar: CalendarApi;
  readonly files: FilesApi;
  readonly notify: NotifyApi;
}

/** Makes the modules, lowest first. Answers with how a citizen who signs in becomes a party. */
function addModules(
  add: <Api>(instance: ModuleInstance<Api>) => Api,
  foundation: Foundation,
  kernel: KernelApis,
): ResolveCitizen {
  const organisationApi = add(organisation.create(foundation));
  const devicesApi = add(
    devices.create({
      ...foundation,
      organisation: organisationApi,
      accounts: deviceAccounts(kernel.access),
    }),
  );
  const staffApi = add(
    staff.create({
      ...foundation,
      organisation: organisationApi,
      accounts: staffAccounts(kernel.access),
      files: kernel.files,
      notify: kernel.notify,
    }),
  );
  // Licences and cases are made after the register, which asks for them only when somebody wants to be erased.
  const later: { listHolds?: ListHolds; findRating?: FindRating } = {};
  const partiesApi = add(
    parties.create({
      ...foundation,
      organisation: organisationApi,
      files: kernel.files,
      listHolds: (...asked) => requireMade(later.listHolds)(...asked),
      readCode: codeReader(foundation),
    }),
  );
  const mattersApi = add(matters.create({ ...foundation, files: kernel.files }));
  const licencesApi = add(
    licences.create({
      ...foundation,
      signer: installationSigner(foundation),
      publicUrl: foundation.config.http.publicUrl,
      organisation: organisationApi,
      parties: partiesApi,
      notify: kernel.notify,
    }),
  );
  const casesApi = add(
    cases.create({
      ...foundation,
      signer: installationSigner(foundation),
      publicUrl: foundation.config.http.publicUrl,
      isDemonstration: foundation.secrets.isDemonstration,
      calendar: kernel.calendar,
      organisation: organisationApi,
      staff: staffApi,
      parties: partiesApi,
      files: kernel.files,
      notify: kernel.notify,
      matters: mattersApi,
      licences: licencesApi,
    }),
  );
  later.listHolds = async (...asked) =>
    (await Promise.all([licencesApi, casesApi].map((api) => api.listHolds(...asked)))).flat();
  const queueApi = add(
    queue.create({
      ...foundation,
      organisation: organisationApi,
      staff: staffApi,
      parties: partiesApi,
      devices: devicesApi,
      cases: casesApi,
      notify: kernel.notify,
      findRating: async (...asked) => later.findRating?.(...asked),
    }),
  );
  add(
    appointments.create({
      ...foundation,
      publicUrl: foundation.config.http.publicUrl,
      organisation: organisationApi,
      staff: staffApi,
      parties: partiesApi,
      matters: mattersApi,
      notify: kernel.notify,
      issueTicket: queueApi.issueForAppointment,
    }),
  );
  const evaluationApi = add(
    evaluation.create({
      ...foundation,
      publicUrl: foundation.config.http.publicUrl,
      calendar: kernel.calendar,
      organisation: organisationApi,
      staff: staffApi,
      devices: devicesApi,
      parties: partiesApi,
      cases: casesApi,
      queue: queueApi,
      files: kernel.files,
      notify: kernel.notify,
    }),
  );
  add(
    complaints.create({
      ...foundation,
      calendar: kernel.calendar,
      organisation: organisationApi,
      staff: staffApi,
      cases: casesApi,
    }),
  );
  later.findRating = async (...asked) => {
    const rating = await evaluationApi.findRatingOfVisit(...asked);
    return rating && { grade: rating.stars, at: rating.at };
  };
  const budgetApi = add(budget.create(foundation));
  add(
    contracts.create({
      ...foundation,
      calendar: kernel.calendar,
      files: kernel.files,
      budgetLines: budgetApi,
    }),
  );
  return partiesApi.linkIdentity;
}

function requireMade<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('A part was asked before all modules were made.');
  return part;
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
