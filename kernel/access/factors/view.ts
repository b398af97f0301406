import type { Passkey } from '../contract-session.ts';
import type { PasskeyRow } from '../tables.ts';

export function toPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.passkey_id,
    name: row.name,
    isBackedUp: row.is_backed_up,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
