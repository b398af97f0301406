import { join } from 'node:path';

import { type IdentityProvider, IdentityMapping } from '#kernel/access/index.ts';
import type { AuditDeps } from '#kernel/audit/deps.ts';
import type { BackupModuleDeps } from '#kernel/backup/deps.ts';
import { ConfigError } from '#kernel/config/env.ts';
import type { Signer } from '#kernel/crypto/signer.ts';
import { createSm2Signer } from '#kernel/crypto/sm2.ts';
import type { FileDeps } from '#kernel/files/deps.ts';
import type { FilePurpose } from '#kernel/files/purpose.ts';
import { createS3Store } from '#kernel/files/s3-store.ts';
import { createClamdScanner } from '#kernel/files/scanner.ts';
import { createDiskStore } from '#kernel/files/store.ts';
import { createGatewayChannel } from '#kernel/notify/channels/gateway.ts';
import { createSmtpChannel } from '#kernel/notify/channels/smtp.ts';
import type { NotifyDeps } from '#kernel/notify/deps.ts';

import type { Foundation } from './kernel.ts';

/** Of this software, as backups and the description of the interface name it. */
export const VERSION = '0.1.0';

/** Where the local stand-in for the city's identity service is mounted. */
export const STANDIN_IDENTITY_PATH = '/standin/identity';

export function fileDeps(foundation: Foundation, purposes: () => readonly FilePurpose[]): FileDeps {
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

export function notifyDeps(foundation: Foundation): NotifyDeps {
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

export function backupDeps(foundation: Foundation): BackupModuleDeps {
  const { config, database, clock, log, embedded } = foundation;
  return {
    database,
    clock,
    log,
    embedded,
    dataDir: config.dataDir,
    software: VERSION,
    filesElsewhere: config.files.s3 !== undefined,
    ...config.backup,
  };
}

/** Signs audit anchors and papers with the installation's own key. */
export function installationSigner({ secrets }: Pick<Foundation, 'secrets'>): Signer {
  return createSm2Signer({ keyId: 'installation', privateKey: secrets.signingKey });
}

export function auditDeps(foundation: Foundation): AuditDeps {
  const { config, database, clock } = foundation;
  return {
    database,
    clock,
    retentionDays: config.auditRetentionDays,
    signer: installationSigner(foundation),
    anchorFolder: join(config.dataDir, 'audit-anchors'),
  };
}

/** The identity service: the configured one, or the stand-in of a demonstration. */
export function identityProvider({ config, secrets }: Foundation): IdentityProvider | undefined {
  const { issuer, clientId, mapping } = config.identity;
  if (issuer === undefined && config.mode === 'production') return undefined;
  return {
    issuer: issuer ?? `${config.http.publicUrl}${STANDIN_IDENTITY_PATH}`,
    clientId,
    clientSecret: secrets.oidcClientSecret,
    mapping: readMapping(mapping),
  };
}

function readMapping(text: string | undefined): IdentityMapping {
  try {
    return IdentityMapping.parse(text === undefined ? {} : JSON.parse(text));
  } catch (error) {
    throw new ConfigError(
      'OIDC_MAPPING 不是正确的 JSON，或有不认识的内容，请改正后再启动。',
      'OIDC_MAPPING is not JSON, or holds something unknown; correct it and start again.',
      error,
    );
  }
}
