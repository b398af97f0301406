import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { type AuditAnchor, createAnchor } from './anchor.ts';
import { permissions, problems } from './contract.ts';
import type { AuditDeps } from './deps.ts';
import { recordLook } from './look.ts';
import { logOf } from './search.ts';

/** The present anchor, for keeping elsewhere. Refuses with `audit/no-signer` when no key is configured. */
export async function downloadAnchor(deps: AuditDeps, actor: Actor): Promise<AuditAnchor> {
  authorise(actor, permissions.export.name);
  const { database, clock, signer } = deps;
  if (signer === undefined) throw new ProblemError(problems.noSigner);
  await database.transaction(async (tx) =>
    recordLook(tx, clock, actor, {
      act: permissions.export.name,
      subject: logOf(actor),
      fields: ['anchor'],
    }),
  );
  return createAnchor({ database, clock, signer }, actor.centreId);
}
