import * as crypto from 'node:crypto';
import { promisify } from 'node:util';

export interface Argon2idCost {
  readonly scheme: 'argon2id';
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface Pbkdf2Sm3Cost {
  readonly scheme: 'pbkdf2-sm3';
  readonly iterations: number;
}

/** How new passwords are hashed. Old ones say themselves how they were. */
export type PasswordCost = Argon2idCost | Pbkdf2Sm3Cost;

/** 19 MiB, two passes: about 80 ms of one core, so that a morning's 500 sign-ins take 20 s of two. */
export const ARGON2ID_COST: Argon2idCost = {
  scheme: 'argon2id',
  memoryKib: 19_456,
  passes: 2,
  lanes: 1,
};

/** Where only national algorithms are allowed: about 0.33 s of one core; a setting may raise it. */
export const PBKDF2_SM3_COST: Pbkdf2Sm3Cost = { scheme: 'pbkdf2-sm3', iterations: 300_000 };

/** Longer ones are refused: hashing them would be a way to keep the server busy. */
export const MAX_PASSWORD_BYTES = 1024;

interface Stored {
  readonly cost: PasswordCost;
  readonly salt: Buffer;
  readonly derived: Buffer;
}

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const ARGON2ID =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
const PBKDF2_SM3 = /^\$pbkdf2-sm3\$i=(\d{1,8})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const deriveByPbkdf2 = promisify(crypto.pbkdf2);

/** Whether this Node has argon2id (24.7 and later with a matching OpenSSL). */
export function hasArgon2(): boolean {
  return typeof crypto.argon2 === 'function';
}

/** argon2id where there is one, PBKDF2 over SM3 otherwise. */
export function defaultPasswordCost(): PasswordCost {
  return hasArgon2() ? ARGON2ID_COST : PBKDF2_SM3_COST;
}

/**
 * A self-describing hash with its own salt, `$argon2id$v=19$m=…` or `$pbkdf2-sm3$i=…`. Off the main thread.
 * Throws RangeError for an empty password or one of more than 1,024 bytes.
 */
export async function hashPassword(
  password: string,
  cost: PasswordCost = defaultPasswordCost(),
): Promise<string> {
  const message = toBytes(password);
  if (message === undefined) throw new RangeError('A password has 1 to 1024 bytes');
  const salt = crypto.randomBytes(SALT_BYTES);
  return toText({ cost, salt, derived: await derive(message, cost, salt, HASH_BYTES) });
}

/**
 * Whether the password belongs to the stored hash. Without a stored hash, for a name that does not exist, it takes as long and
 * is false, so that the time does not tell which names exist. False for a stored text it cannot read.
 */
export async function verifyPassword(
  password: string,
  stored: string | undefined,
  cost: PasswordCost = defaultPasswordCost(),
): Promise<boolean> {
  const message = toBytes(password);
  if (message === undefined) return false;
  const parsed = stored === undefined ? undefined : parse(stored);
  if (parsed === undefined) {
    await derive(message, cost, Buffer.alloc(SALT_BYTES), HASH_BYTES);
    return false;
  }
  const derived = await derive(message, parsed.cost, parsed.salt, parsed.derived.length);
  return crypto.timingSafeEqual(derived, parsed.derived);
}

/** Whether the hash should be made anew at the next sign-in: other scheme, lower cost, or unreadable. */
export function needsRehash(stored: string, cost: PasswordCost = defaultPasswordCost()): boolean {
  const parsed = parse(stored);
  if (parsed === undefined || parsed.salt.length < SALT_BYTES || parsed.derived.length < HASH_BYTES)
    return true;
  const old = parsed.cost;
  if (old.scheme === 'argon2id' && cost.scheme === 'argon2id') {
    return old.memoryKib < cost.memoryKib || old.passes < cost.passes || old.lanes !== cost.lanes;
  }
  if (old.scheme === 'pbkdf2-sm3' && cost.scheme === 'pbkdf2-sm3')
    return old.iterations < cost.iterations;
  return true;
}

// The same characters typed on two keyboards may arrive composed or not.
function toBytes(password: string): Buffer | undefined {
  if (password === '' || password.length > MAX_PASSWORD_BYTES) return undefined;
  const bytes = Buffer.from(password.normalize('NFC'), 'utf8');
  return bytes.length > MAX_PASSWORD_BYTES ? undefined : bytes;
}

async function derive(
  message: Buffer,
  cost: PasswordCost,
  salt: Buffer,
  length: number,
): Promise<Buffer> {
  if (cost.scheme === 'pbkdf2-sm3')
    return deriveByPbkdf2(message, salt, cost.iterations, length, 'sm3');
  if (!hasArgon2()) throw new Error('This Node has no argon2id; run Node 24.7 or later');
  const parameters = {
    message,
    nonce: salt,
    parallelism: cost.lanes,
    tagLength: length,
    memory: cost.memoryKib,
    passes: cost.passes,
  };
  return promisify(crypto.argon2)('argon2id', parameters);
}

function toText({ cost, salt, derived }: Stored): string {
  const head =
    cost.scheme === 'argon2id'
      ? `$argon2id$v=19$m=${cost.memoryKib},t=${cost.passes},p=${cost.lanes}`
      : `$pbkdf2-sm3$i=${cost.iterations}`;
  return `${head}$${toBase64(salt)}$${toBase64(derived)}`;
}

/** Refuses costs that no setting of ours ever had: a planted row must not be able to occupy the server. */
function parse(stored: string): Stored | undefined {
  const argon2id = ARGON2ID.exec(stored);
  if (argon2id !== null) {
    const [, memory, passes, lanes, salt, derived] = argon2id;
    const cost: Argon2idCost = {
      scheme: 'argon2id',
      memoryKib: Number(memory),
      passes: Number(passes),
      lanes: Number(lanes),
    };
    const isPayable =
      cost.lanes >= 1 &&
      cost.lanes <= 16 &&
      cost.memoryKib >= 8 * cost.lanes &&
      cost.memoryKib <= 1_048_576 &&
      cost.passes >= 1 &&
      cost.passes <= 20;
    return isPayable ? { cost, salt: fromBase64(salt), derived: fromBase64(derived) } : undefined;
  }
  const [, iterations, salt, derived] = PBKDF2_SM3.exec(stored) ?? [];
  const cost: Pbkdf2Sm3Cost = { scheme: 'pbkdf2-sm3', iterations: Number(iterations ?? 0) };
  const isPayable = cost.iterations >= 1 && cost.iterations <= 10_000_000;
  return isPayable ? { cost, salt: fromBase64(salt), derived: fromBase64(derived) } : undefined;
}

function toBase64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

function fromBase64(text = ''): Buffer {
  return Buffer.from(text, 'base64');
}
