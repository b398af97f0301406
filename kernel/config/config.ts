import { join, resolve } from 'node:path';

import { z } from 'zod';

import { ConfigError, readEnv } from './env.ts';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true');

const Env = z.object({
  /** Port to listen on; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Address to listen on. Behind a reverse proxy leave it on this machine. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database, files, secrets of a demonstration and backups. */
  DATA_DIR: z.string().min(1).default('data'),
  /** PostgreSQL 15 to 18 of your own; without it the embedded one in DATA_DIR runs. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** `production` refuses demonstration secrets and accounts; the default with DATABASE_URL. */
  ONEWINDOW_MODE: z.enum(['demonstration', 'production']).optional(),
  /** Folder below centres/ that a demonstration loads; the only one there unless told. */
  ONEWINDOW_CENTRE: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  /** The address that people type, with https behind a proxy that ends TLS. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Believe X-Forwarded-* headers: only behind a proxy of your own. */
  TRUST_PROXY: flag.default(false),
  /** Whether this process also runs background work; 0 where `onewindow worker` runs apart. */
  WORKER: flag.default(true),
  /** Most database connections of one process. */
  POOL_SIZE: z.coerce.number().int().min(2).max(200).default(16),
  /** How much is logged; logs hold no personal data at any level. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Bearer token for /metrics; without it only this machine may read them. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Requests to the interface a minute from one address before it is asked to wait; pages and their files do not count. */
  RATE_PER_MINUTE: z.coerce.number().int().min(10).default(6_000),
  /** Days that the audit log is kept, at least 180 (网络安全法 article 21). */
  AUDIT_RETENTION_DAYS: z.coerce.number().int().min(180).default(1095),
  /** OpenID Connect service by which citizens and firms sign in; a demonstration has its own stand-in. */
  OIDC_ISSUER: z.url().optional(),
  /** Client id that the service knows; its secret is OIDC_CLIENT_SECRET. */
  OIDC_CLIENT_ID: z.string().default('onewindow'),
  /** Names of the service's claims and levels as JSON (kernel/access/identity/provider.ts); those of the stand-in unless told. */
  OIDC_MAPPING: z.string().optional(),
  /** Mail server, e.g. smtps://user:password@mail.example.com. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails. */
  MAIL_FROM: z.email().optional(),
  /** HTTP gateway for SMS (docs/reference/gateway.md); its token is GATEWAY_TOKEN. */
  SMS_GATEWAY_URL: z.url().optional(),
  /** HTTP gateway for app push, the same protocol. */
  PUSH_GATEWAY_URL: z.url().optional(),
  /** HTTP service that says who shows a code (docs/reference/code-reader.md); a demonstration has its own stand-in. Its token is GATEWAY_TOKEN. */
  CODE_READER_URL: z.url().optional(),
  /** ClamAV daemon, host:port or the path of its socket; uploads wait while it is away. */
  CLAMD_ADDRESS: z.string().optional(),
  /** S3-compatible service for stored files; without it they lie in DATA_DIR/files. */
  S3_ENDPOINT: z.url().optional(),
  /** Bucket for stored files. */
  S3_BUCKET: z.string().optional(),
  /** Region of the bucket. */
  S3_REGION: z.string().default('us-east-1'),
  /** Largest uploaded file in MiB. */
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(2048).default(64),
  /** Largest imported sheet in MiB; a sheet is held in memory while it is read. */
  IMPORT_LIMIT_MB: z.coerce.number().int().min(1).max(256).default(32),
  /** Where backups go; DATA_DIR/backups unless told. Best on another disk. */
  BACKUP_DIR: z.string().min(1).optional(),
  /** Cron line of the nightly backup, in the time of the centre. */
  BACKUP_SCHEDULE: z
    .string()
    .regex(/^\S+( \S+){4}$/)
    .default('30 2 * * *'),
  /** How many backups are kept. */
  BACKUP_KEEP: z.coerce.number().int().min(1).max(3650).default(7),
});

type EnvName = keyof z.infer<typeof Env>;

/** Everything that can be set from outside, checked, with defaults. Secrets are apart (secrets.ts). */
export interface Config {
  readonly mode: 'demonstration' | 'production';
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    readonly trustProxy: boolean;
    readonly ratePerMinute: number;
    readonly metricsToken: string | undefined;
  };
  readonly dataDir: string;
  readonly database: { readonly url: string | undefined; readonly poolSize: number };
  readonly centre: string | undefined;
  readonly runsWorker: boolean;
  readonly logLevel: string;
  readonly auditRetentionDays: number;
  readonly identity: {
    readonly issuer: string | undefined;
    readonly clientId: string;
    readonly mapping: string | undefined;
  };
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly smsGatewayUrl: string | undefined;
  readonly pushGatewayUrl: string | undefined;
  readonly codeReaderUrl: string | undefined;
  readonly backup: {
    readonly folder: string;
    /** Cron line of five fields, in the centre's zone. */
    readonly schedule: string;
    readonly keep: number;
  };
  readonly imports: { readonly limitBytes: number };
  readonly files: {
    readonly limitBytes: number;
    readonly clamd: string | undefined;
    readonly s3:
      | { readonly endpoint: string; readonly bucket: string; readonly region: string }
      | undefined;
  };
}

/** Reads and checks the environment; refuses with one sentence naming the setting. */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const names = Object.keys(Env.shape) as EnvName[];
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = readEnv(name, source);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const checked = Env.safeParse(given);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    throw new ConfigError(
      `环境变量 ${name} 的值“${String(given[name])}”不正确，请改正后再启动。`,
      `The setting ${name} has a value that cannot be used ("${String(given[name])}": ${issue?.message ?? ''}); correct it and start again.`,
    );
  }
  return toConfig(checked.data);
}

function toConfig(env: z.infer<typeof Env>): Config {
  const mode =
    env.ONEWINDOW_MODE ?? (env.DATABASE_URL === undefined ? 'demonstration' : 'production');
  return {
    mode,
    http: {
      host: env.HOST,
      port: env.PORT,
      publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, ''),
      trustProxy: env.TRUST_PROXY,
      ratePerMinute: env.RATE_PER_MINUTE,
      metricsToken: env.METRICS_TOKEN,
    },
    dataDir: resolve(env.DATA_DIR),
    database: { url: env.DATABASE_URL, poolSize: env.POOL_SIZE },
    centre: env.ONEWINDOW_CENTRE,
    runsWorker: env.WORKER,
    logLevel: env.LOG_LEVEL,
    auditRetentionDays: env.AUDIT_RETENTION_DAYS,
    identity: { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, mapping: env.OIDC_MAPPING },
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM ?? 'noreply@example.com' },
    smsGatewayUrl: env.SMS_GATEWAY_URL,
    pushGatewayUrl: env.PUSH_GATEWAY_URL,
    codeReaderUrl: env.CODE_READER_URL,
    backup: {
      folder: resolve(env.BACKUP_DIR ?? join(env.DATA_DIR, 'backups')),
      schedule: env.BACKUP_SCHEDULE,
      keep: env.BACKUP_KEEP,
    },
    imports: { limitBytes: env.IMPORT_LIMIT_MB * 1024 * 1024 },
    files: {
      limitBytes: env.UPLOAD_LIMIT_MB * 1024 * 1024,
      clamd: env.CLAMD_ADDRESS,
      s3:
        env.S3_ENDPOINT !== undefined && env.S3_BUCKET !== undefined
          ? { endpoint: env.S3_ENDPOINT, bucket: env.S3_BUCKET, region: env.S3_REGION }
          : undefined,
    },
  };
}
