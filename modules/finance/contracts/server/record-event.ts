import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Contract,
  type NewContractEvent,
  type NewPublication,
  permissions,
  problems,
} from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { requireNotAfter, requireNotBefore } from './effects/effect.ts';
import { contractPublished, eventRecorded } from './events.ts';
import { EVIDENCE } from './evidence.ts';
import { viewContract } from './looks/get-contract.ts';
import * as contracts from './repository-contracts.ts';
import type { ContractEventRow } from './tables.ts';

/** Records a dated fact of a contract with its evidence, once; instalments wait for these and for nothing else. */
export async function recordEvent(
  deps: ContractsDeps,
  actor: Actor,
  contractId: string,
  input: NewContractEvent,
  once: Once,
): Promise<Contract> {
  authorise(actor, permissions.prepare.name);
  const taken = { held: input.day };
  return refuseDuplicate('contract_event_pkey', problems.eventRecorded, taken, () =>
    deps.database.transaction(async (tx) => {
      const row = orNotFound(await contracts.lockContract(tx, actor.centreId, contractId));
      if (row.state !== 'running') throw new ProblemError(problems.notRunning);
      const recorded = await contracts.listEvents(tx, actor.centreId, [contractId]);
      const before = recorded.find((one) => one.kind === input.kind);
      if (before !== undefined)
        throw new ProblemError(problems.eventRecorded, { held: before.day });
      const { today } = await centreDay(deps, tx, actor.centreId);
      requireNotBefore(input.day, row.signed_on);
      requireNotAfter(input.day, today);
      const fileName = await hangFile(deps, tx, actor, contractId, input.fileId);
      const event: ContractEventRow = {
        centre_id: actor.centreId,
        contract_id: contractId,
        kind: input.kind,
        event_id: newId(deps.clock),
        day: input.day,
        evidence: input.evidence,
        file_id: input.fileId,
        file_name: fileName,
        by_id: actor.id,
        by_name: actor.name,
        at: deps.clock.now(),
      };
      contracts.insertEvent(tx, event);
      eventRecorded(tx, deps.clock, actor, row, event);
      const view = await viewContract(deps, tx, actor, contractId);
      once.claim(tx, view);
      return view;
    }),
  );
}

async function hangFile(
  { files }: ContractsDeps,
  tx: Parameters<typeof contracts.insertEvent>[0],
  actor: Actor,
  contractId: string,
  fileId: string | null,
): Promise<string> {
  if (fileId === null) return '';
  const subject = { kind: 'contracts.contract', id: contractId };
  await files.attach(tx, actor, fileId, EVIDENCE, subject);
  return (await files.getFile(tx, actor, fileId, EVIDENCE)).name;
}

/** Records where and when a contract was published. A late one is recorded as late, not refused. */
export async function recordPublication(
  deps: ContractsDeps,
  actor: Actor,
  contractId: string,
  input: NewPublication,
  once: Once,
): Promise<Contract> {
  authorise(actor, permissions.prepare.name);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await contracts.lockContract(tx, actor.centreId, contractId));
    requireVersion(row, input.version);
    const { today } = await centreDay(deps, tx, actor.centreId);
    requireNotBefore(input.publishedOn, row.signed_on);
    requireNotAfter(input.publishedOn, today);
    const after = { ...row, published_on: input.publishedOn, published_at: input.address };
    contracts.updateContract(tx, after);
    contractPublished(tx, deps.clock, actor, after);
    const view = await viewContract(deps, tx, actor, contractId);
    once.claim(tx, view);
    return view;
  });
}
