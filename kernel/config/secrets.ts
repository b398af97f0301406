import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { createSm2KeyPair } from '../crypto/sm2.ts';
import { randomToken } from '../ids/token.ts';
import type { Config } from './config.ts';
import { ConfigError, readEnv } from './env.ts';

/** What must not be known outside. Never logged, never sent. */
export interface Secrets {
  /** Key ring of field encryption, `v1:base64,v2:base64`; the last one encrypts. */
  readonly fieldKeys: string;
  /** Signs sessions' CSRF tokens and one-time links. */
  readonly sessionKey: string;
  readonly oidcClientSecret: string;
  /** SM2 private key, 64 hexadecimal characters: signs audit anchors and, later, papers. */
  readonly signingKey: string;
  readonly gatewayToken: string | undefined;
  readonly s3: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Made on this machine for a demonstration; production refuses them. */
  readonly isDemonstration: boolean;
}

const Stored = z.object({
  isDemonstration: z.literal(true),
  fieldKeys: z.string(),
  sessionKey: z.string(),
  oidcClientSecret: z.string(),
  signingKey: z.string(),
});

/** Reads the secrets; a demonstration makes its own once, in `DATA_DIR/secrets.json`. */
export function readSecrets(config: Config, source: NodeJS.ProcessEnv = process.env): Secrets {
  const fieldKeys = readEnv('FIELD_KEYS', source);
  const sessionKey = readEnv('SESSION_KEY', source);
  const signingKey = readEnv('SIGNING_KEY', source);
  const rest = {
    gatewayToken: readEnv('GATEWAY_TOKEN', source),
    s3: readS3(source),
  };
  if (fieldKeys !== undefined && sessionKey !== undefined && signingKey !== undefined) {
    refuseWeak('FIELD_KEYS', fieldKeys);
    refuseWeak('SESSION_KEY', sessionKey);
    return {
      fieldKeys,
      sessionKey,
      signingKey,
      oidcClientSecret: readEnv('OIDC_CLIENT_SECRET', source) ?? '',
      ...rest,
      isDemonstration: false,
    };
  }
  if (config.mode === 'production') {
    throw new ConfigError(
      '正式运行必须提供 FIELD_KEYS、SESSION_KEY 和 SIGNING_KEY（或以 _FILE 结尾的文件），演示密钥不能用于正式环境。可用 npx onewindow secrets 生成。',
      'Production needs FIELD_KEYS, SESSION_KEY and SIGNING_KEY (or each with _FILE); demonstration secrets are refused. Make them with: npx onewindow secrets',
    );
  }
  return { ...readDemonstration(config.dataDir), ...rest };
}

function readS3(source: NodeJS.ProcessEnv): Secrets['s3'] {
  const accessKeyId = readEnv('S3_ACCESS_KEY_ID', source);
  const secretAccessKey = readEnv('S3_SECRET_ACCESS_KEY', source);
  return accessKeyId !== undefined && secretAccessKey !== undefined
    ? { accessKeyId, secretAccessKey }
    : undefined;
}

function refuseWeak(name: string, value: string): void {
  if (value.length >= 32 && !/demo|changeme|secret|password/i.test(value)) return;
  throw new ConfigError(
    `${name} 太短或是演示值，请用 npx onewindow secrets 生成新的。`,
    `${name} is too short or a demonstration value; make a new one with: npx onewindow secrets`,
  );
}

function readDemonstration(dataDir: string): z.infer<typeof Stored> {
  const path = join(dataDir, 'secrets.json');
  if (existsSync(path)) {
    const stored = Stored.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (stored.success) return stored.data;
    throw new ConfigError(
      `${path} 内容损坏，请从备份恢复。`,
      `${path} is damaged; restore it from a backup.`,
    );
  }
  const made = { isDemonstration: true as const, ...makeSecrets() };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/** Fresh secrets, for `onewindow secrets` and for a demonstration. */
export function makeSecrets(): Pick<
  Secrets,
  'fieldKeys' | 'sessionKey' | 'oidcClientSecret' | 'signingKey'
> {
  return {
    fieldKeys: `v1:${randomToken(32)}`,
    sessionKey: randomToken(32),
    oidcClientSecret: randomToken(32),
    signingKey: createSm2KeyPair().privateKey,
  };
}
