import { join, resolve } from 'node:path';

import { z } from 'zod';

import { ConfigError, readEnv } from './env.ts';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true');

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ONEWINDOW_MODE: z.enum(['demonstration', 'production']).optional(),
  ONEWINDOW_CENTRE: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('songjiang'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: flag.default(false),
  WORKER: flag.default(true),
  POOL_SIZE: z.coerce.number().int().min(2).max(200).default(16),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  RATE_PER_MINUTE: z.coerce.number().int().min(10).default(600),
  AUDIT_RETENTION_DAYS: z.coerce.number().int().min(180).default(1095),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().default('onewindow'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  SMS_GATEWAY_URL: z.url().optional(),
  PUSH_GATEWAY_URL: z.url().optional(),
  CLAMD_ADDRESS: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(2048).default(64),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_SCHEDULE: z
    .string()
    .regex(/^\S+( \S+){4}$/)
    .default('30 2 * * *'),
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
  readonly centre: string;
  readonly runsWorker: boolean;
  readonly logLevel: string;
  readonly auditRetentionDays: number;
  readonly identity: { readonly issuer: string | undefined; readonly clientId: string };
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly smsGatewayUrl: string | undefined;
  readonly pushGatewayUrl: string | undefined;
  readonly backup: {
    readonly folder: string;
    /** Cron line of five fields, in the centre's zone. */
    readonly schedule: string;
    readonly keep: number;
  };
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
    identity: { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID },
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM ?? 'noreply@example.com' },
    smsGatewayUrl: env.SMS_GATEWAY_URL,
    pushGatewayUrl: env.PUSH_GATEWAY_URL,
    backup: {
      folder: resolve(env.BACKUP_DIR ?? join(env.DATA_DIR, 'backups')),
      schedule: env.BACKUP_SCHEDULE,
      keep: env.BACKUP_KEEP,
    },
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
