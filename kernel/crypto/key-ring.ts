import type { Words } from '../problems/contract.ts';
import { CipherError } from './cipher-error.ts';

/** Master secrets by version. All open, the current one seals. */
export interface KeyRing {
  /** The version that new ciphertexts carry, e.g. `v2`. */
  readonly current: string;
  /** All versions, oldest first as written. */
  readonly versions: readonly string[];
  /** The master secret of a version. Throws CipherError `unknown-version`. */
  getSecret(version: string): Uint8Array;
}

export type KeyRingFault =
  | 'empty'
  | 'form'
  | 'duplicate-version'
  | 'duplicate-key'
  | 'short'
  | 'weak';

/** A key ring that must not be used, with a sentence that says what to do. Never contains a key. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
  readonly fault: KeyRingFault;
  readonly sentence: Words;

  constructor(fault: KeyRingFault, sentence: Words) {
    super(sentence.en);
    this.fault = fault;
    this.sentence = sentence;
  }
}

const ENTRY = /^(v[1-9]\d{0,5}):([A-Za-z0-9+/_-]+={0,2})$/;
const MIN_BYTES = 32;

// 32 random bytes have fewer than 20 different values about once in 10^9 draws.
const MIN_DIFFERENT = 20;

const SENTENCES: Readonly<Record<KeyRingFault, Words>> = {
  empty: {
    'zh-CN': '密钥环为空，请按“v1:base64密钥”的格式提供至少一个密钥。',
    en: 'The key ring is empty; give at least one key as v1:base64.',
  },
  form: {
    'zh-CN': '密钥环格式不正确，应为“v1:base64,v2:base64”，最后一个用于加密。',
    en: 'The key ring cannot be read; write v1:base64,v2:base64, the last one encrypts.',
  },
  'duplicate-version': {
    'zh-CN': '密钥环中有重复的版本号，请为每个密钥使用不同的版本号。',
    en: 'A version occurs twice in the key ring; give each key a version of its own.',
  },
  'duplicate-key': {
    'zh-CN': '密钥环中两个版本使用了同一密钥，请为新版本生成新的密钥。',
    en: 'Two versions of the key ring have the same key; make a new key for the new version.',
  },
  short: {
    'zh-CN': '密钥长度不足32字节，请生成32字节的随机密钥。',
    en: 'A key is shorter than 32 bytes; make one of 32 random bytes.',
  },
  weak: {
    'zh-CN': '密钥是演示密钥或不是随机生成的，正式环境不能使用，请生成32字节的随机密钥。',
    en: 'A key is a demonstration key or was not drawn at random and is refused in production; make one of 32 random bytes.',
  },
};

/**
 * Reads a ring from configuration text, `v1:base64,v2:base64`; the last one seals. So that a new key is known everywhere before
 * it is used, first put it in front (`v2:…,v1:…`) on all servers, then last. Throws KeyRingError; `production` also refuses
 * keys that are text, patterns, or otherwise not random.
 */
export function parseKeyRing(text: string, options: { readonly production: boolean }): KeyRing {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  const secrets = new Map<string, Buffer>();
  for (const entry of entries) {
    const [, version, encoded] = ENTRY.exec(entry) ?? refuse('form');
    if (version === undefined || encoded === undefined) return refuse('form');
    if (secrets.has(version)) refuse('duplicate-version');
    const secret = Buffer.from(encoded, 'base64');
    if (secret.length < MIN_BYTES) refuse('short');
    if ([...secrets.values()].some((other) => other.equals(secret))) refuse('duplicate-key');
    if (options.production && isGuessable(secret)) refuse('weak');
    secrets.set(version, secret);
  }
  return toKeyRing(secrets);
}

function toKeyRing(secrets: ReadonlyMap<string, Buffer>): KeyRing {
  const versions = [...secrets.keys()];
  const current = versions.at(-1) ?? refuse('empty');
  return {
    current,
    versions,
    getSecret(version) {
      const secret = secrets.get(version);
      if (secret === undefined)
        throw new CipherError('unknown-version', 'The key of this version is not in the key ring');
      return secret;
    },
  };
}

/** Text somebody typed, a repeated or counted pattern, or too few different bytes. */
function isGuessable(secret: Buffer): boolean {
  const isText = secret.every((byte) => byte >= 0x20 && byte < 0x7f);
  const steps = new Set(
    secret.subarray(1).map((byte, index) => (byte - (secret[index] ?? 0)) & 0xff),
  );
  return isText || new Set(secret).size < MIN_DIFFERENT || steps.size < MIN_DIFFERENT / 2;
}

function refuse(fault: KeyRingFault): never {
  throw new KeyRingError(fault, SENTENCES[fault]);
}
