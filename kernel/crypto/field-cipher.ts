import { CipherError } from './cipher-error.ts';
import { deriveKey } from './derive-key.ts';
import type { KeyRing } from './key-ring.ts';
import { hmacSm3, toMacKey } from './sm3.ts';
import { openBox, sealBox, toSealKeys } from './sm4.ts';

/** Where a ciphertext lives. It opens only there: copied to another row, column or centre it is refused as tampered. */
export interface FieldPlace {
  readonly centreId: string;
  /** With its schema, `parties.person`. Renaming a table or column needs a re-encryption. */
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Encrypts single fields of rows and makes them findable by equality. Text in, text out; storable in a column of type text. */
export interface FieldCipher {
  /** `v2.` and base64url of the box; the same text gives another ciphertext each time. */
  encrypt(place: FieldPlace, plain: string): string;
  /** Throws CipherError: `malformed`, `unknown-version` or `tampered`. */
  decrypt(place: FieldPlace, ciphertext: string): string;
  /** Whether the ciphertext was made with a key that is no longer the current one. Throws CipherError `malformed`. */
  needsRotation(ciphertext: string): boolean;
  /** The same text under the current key; opens first, so a tampered field is not sealed anew. */
  reencrypt(place: FieldPlace, ciphertext: string): string;
  /**
   * What to store beside a field so that it can be looked up: equal values of one kind have equal indexes, and nobody without
   * the key can tell which. The value is normalised by the caller. `scope`, e.g. a centre, keeps indexes of several apart.
   */
  blindIndex(kind: string, value: string, scope?: string): string;
  /** What to search for: the index under every key of the ring, current first, so that nothing is lost during a rotation. */
  blindIndexes(kind: string, value: string, scope?: string): string[];
  /** Whether an index has to be made again under the current key. Throws CipherError `malformed`. */
  needsReindex(index: string): boolean;
}

const VERSIONED = /^(v[1-9]\d{0,5})\.([A-Za-z0-9_-]+)$/;

// Half the digest: 128 bits keep accidental equality out of reach and the database index small.
const INDEX_BYTES = 16;

/**
 * SM4-CBC with HMAC-SM3 (encrypt, then authenticate) under keys derived for each version of the ring:
 * `field/seal/1` 48 bytes, `field/index/1` 32 bytes.
 */
export function createFieldCipher(ring: KeyRing): FieldCipher {
  const keysOf = remember((version) => {
    const master = ring.getSecret(version);
    return {
      seal: toSealKeys(deriveKey(master, 'field/seal/1', 48)),
      index: toMacKey(deriveKey(master, 'field/index/1', 32)),
    };
  });
  const encrypt: FieldCipher['encrypt'] = (place, plain) => {
    const box = sealBox(
      keysOf(ring.current).seal,
      Buffer.from(plain, 'utf8'),
      toContext(ring.current, place),
    );
    return `${ring.current}.${box.toString('base64url')}`;
  };
  const decrypt: FieldCipher['decrypt'] = (place, ciphertext) => {
    const { version, body } = takeApart(ciphertext);
    return openBox(
      keysOf(version).seal,
      Buffer.from(body, 'base64url'),
      toContext(version, place),
    ).toString('utf8');
  };
  const indexWith = (version: string, kind: string, value: string, scope: string): string => {
    const mac = hmacSm3(keysOf(version).index, joinParts([kind, scope, value]));
    return `${version}.${mac.subarray(0, INDEX_BYTES).toString('base64url')}`;
  };
  return {
    encrypt,
    decrypt,
    needsRotation: (ciphertext) => takeApart(ciphertext).version !== ring.current,
    reencrypt: (place, ciphertext) => encrypt(place, decrypt(place, ciphertext)),
    blindIndex: (kind, value, scope = '') => indexWith(ring.current, kind, value, scope),
    blindIndexes: (kind, value, scope = '') =>
      ring.versions.toReversed().map((version) => indexWith(version, kind, value, scope)),
    needsReindex: (index) => takeApart(index).version !== ring.current,
  };
}

function takeApart(text: string): { version: string; body: string } {
  const [, version, body] = VERSIONED.exec(text) ?? [];
  if (version === undefined || body === undefined)
    throw new CipherError('malformed', 'Not a ciphertext of a field');
  return { version, body };
}

function toContext(version: string, place: FieldPlace): Buffer {
  return joinParts(['field/1', version, place.centreId, place.table, place.column, place.rowId]);
}

/** Each part with its length before it, so that no two lists of parts give the same bytes. */
function joinParts(parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function remember<T>(make: (version: string) => T): (version: string) => T {
  const known = new Map<string, T>();
  return (version) => {
    const existing = known.get(version);
    if (existing !== undefined) return existing;
    const made = make(version);
    known.set(version, made);
    return made;
  };
}
