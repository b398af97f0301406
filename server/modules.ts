import { join } from 'node:path';

import type { Listener } from '#kernel/events/listener.ts';
import type { FileDeps } from '#kernel/files/deps.ts';
import { files } from '#kernel/files/module.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';
import { createS3Store } from '#kernel/files/s3-store.ts';
import { createClamdScanner } from '#kernel/files/scanner.ts';
import { createDiskStore } from '#kernel/files/store.ts';
import type { ServedRoute } from '#kernel/http/handler.ts';
import type { Importer } from '#kernel/imports/importer.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import type { ModuleInstance } from '#kernel/module/module.ts';
import { createGatewayChannel } from '#kernel/notify/channels/gateway.ts';
import { createSmtpChannel } from '#kernel/notify/channels/smtp.ts';
import type { NotifyDeps } from '#kernel/notify/deps.ts';
import { notifications } from '#kernel/notify/module.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';

import type { Foundation } from './kernel.ts';

/** The one list: every part of the product that has routes, events or tables of its own. */
export const declarations = [files, notifications, organisation] as const;

export interface Running {
  readonly routes: readonly ServedRoute[];
  readonly listeners: readonly Listener[];
  readonly jobs: readonly Job[];
  readonly importers: readonly Importer[];
  readonly filePurposes: readonly FilePurpose[];
}

/** Makes every module run, each with the doors of those it may call. The order is the order of need. */
export function createModules(
  foundation: Foundation,
  extraPurposes: readonly FilePurpose[] = [],
): Running {
  const instances: Array<ModuleInstance<unknown>> = [];
  const all = <T>(pick: (instance: ModuleInstance<unknown>) => readonly T[] | undefined): T[] =>
    instances.flatMap((instance) => pick(instance) ?? []);

  instances.push(
    files.create(
      fileDeps(foundation, () => [...all((instance) => instance.filePurposes), ...extraPurposes]),
    ),
    notifications.create(notifyDeps(foundation)),
    organisation.create(foundation),
  );
  return {
    routes: all((instance) => instance.routes),
    listeners: all((instance) => instance.listeners),
    jobs: all((instance) => instance.jobs),
    importers: all((instance) => instance.importers),
    filePurposes: all((instance) => instance.filePurposes),
  };
}

function fileDeps(foundation: Foundation, purposes: () => readonly FilePurpose[]): FileDeps {
  const { config, secrets } = foundation;
  const { s3, clamd, limitBytes } = config.files;
  return {
    ...foundation,
    store:
      s3 !== undefined && secrets.s3 !== undefined
        ? createS3Store({ ...s3, ...secrets.s3 })
        : createDiskStore(join(config.dataDir, 'files')),
    scanner: clamd === undefined ? undefined : createClamdScanner(clamd),
    spoolFolder: join(config.dataDir, 'spool'),
    limitBytes,
    purposes,
  };
}

function notifyDeps(foundation: Foundation): NotifyDeps {
  const { config, secrets } = foundation;
  const { mail, smsGatewayUrl, pushGatewayUrl } = config;
  const { gatewayToken = '' } = secrets;
  return {
    ...foundation,
    publicUrl: config.http.publicUrl,
    isDemonstration: config.mode === 'demonstration',
    channels: {
      ...(mail.smtpUrl === undefined ? {} : { email: createSmtpChannel(mail.smtpUrl, mail.from) }),
      ...(smsGatewayUrl === undefined
        ? {}
        : { sms: createGatewayChannel(smsGatewayUrl, gatewayToken) }),
      ...(pushGatewayUrl === undefined
        ? {}
        : { push: createGatewayChannel(pushGatewayUrl, gatewayToken) }),
    },
  };
}
