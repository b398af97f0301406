import type { ClientBase } from 'pg';
import { z } from 'zod';

import type { Clock } from '../clock/clock.ts';
import type { Signer } from '../crypto/signer.ts';
import { isSm2Signature } from '../crypto/sm2.ts';
import type { Database } from '../db/database.ts';
import { type Finding, toFinding } from './finding.ts';

/**
 * The heads of a centre's chains at one moment, signed (SM2 with SM3, GM/T 0003). Kept where the
 * administrators of the database cannot reach it, it shows a log that was rewritten as a whole.
 */
export const AuditAnchor = z.object({
  format: z.literal('onewindow-audit-anchor-1'),
  centreId: z.number().int(),
  madeAt: z.iso.datetime(),
  heads: z.array(
    z.object({
      chain: z.number().int().min(0),
      seq: z.number().int().min(0),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  keyId: z.string(),
  publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
  /** DER, base64. */
  signature: z.base64(),
});
export type AuditAnchor = z.infer<typeof AuditAnchor>;

type Unsigned = Omit<AuditAnchor, 'signature'>;

/** What is signed: the members in this order, so that a file may be formatted as one likes. */
function toBytes(anchor: Unsigned): Buffer {
  const heads = anchor.heads.map(({ chain, seq, hash }) => [chain, seq, hash]);
  const { format, centreId, madeAt, keyId, publicKey } = anchor;
  return Buffer.from(JSON.stringify([format, centreId, madeAt, keyId, publicKey, heads]), 'utf8');
}

/** Signs the present heads of a centre's chains. */
export async function createAnchor(
  deps: { readonly database: Database; readonly clock: Clock; readonly signer: Signer },
  centreId: number,
): Promise<AuditAnchor> {
  const { rows } = await deps.database.pool.query<{ chain: number; seq: bigint; hash: string }>(
    'SELECT chain, seq, hash FROM kernel.audit_head WHERE centre_id = $1 ORDER BY chain',
    [centreId],
  );
  const unsigned: Unsigned = {
    format: 'onewindow-audit-anchor-1',
    centreId,
    madeAt: deps.clock.now().toISOString(),
    heads: rows.map(({ chain, seq, hash }) => ({ chain, seq: Number(seq), hash })),
    keyId: deps.signer.keyId,
    publicKey: deps.signer.publicKey,
  };
  const signature = await deps.signer.sign(toBytes(unsigned));
  return { ...unsigned, signature: Buffer.from(signature).toString('base64') };
}

/** Whether the anchor is as its key signed it. Whose key that is, the reader must know. */
export function isAnchorSigned(anchor: AuditAnchor): boolean {
  return isSm2Signature(anchor.publicKey, toBytes(anchor), Buffer.from(anchor.signature, 'base64'));
}

/** What of the present log contradicts a signed anchor. Links removed by the retention rule are not compared. */
export async function checkAnchor(session: ClientBase, anchor: AuditAnchor): Promise<Finding[]> {
  const at = (chain: number) => ({ centre_id: anchor.centreId, chain });
  if (!isAnchorSigned(anchor)) return [toFinding('anchor-forged', at(0), {})];
  const findings: Finding[] = [];
  for (const { chain, seq, hash } of anchor.heads) {
    if (seq === 0) continue;
    const { rows } = await session.query<{ hash: string }>(
      `SELECT hash FROM kernel.audit_link WHERE centre_id = $1 AND chain = $2 AND seq = $3
       UNION ALL SELECT $4 FROM kernel.audit_checkpoint
         WHERE centre_id = $1 AND chain = $2 AND (seq > $3 OR (seq = $3 AND hash = $4))`,
      [anchor.centreId, chain, seq, hash],
    );
    if (rows[0]?.hash !== hash) findings.push(toFinding('anchor-differs', at(chain), { seq }));
  }
  return findings;
}
