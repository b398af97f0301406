import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { resolveRequirements } from '#modules/casework/matters/contract.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import { type BundleIntake, problems, type Receipt } from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import { findAddressed } from '../documents/issue-documents.ts';
import type { Beginning, Opening } from '../open-case.ts';
import { placesOf } from '../places.ts';
import type { Counting } from '../row.ts';
import { NO_FACTS, toJointTerms, toMatterOf, toTerms } from '../terms.ts';
import { toReceipt } from '../view.ts';
import type { Work } from '../work.ts';
import {
  authoriseIntake,
  beginCases,
  findOffered,
  lookUp,
  prepareOne,
} from './receive-at-window.ts';

const NO_WISH = { way: 'window', recipient: '', phone: '', address: '' } as const;

/**
 * 一件事, 并联审批: one visit, one parent and a case for each matter. The parent goes with the part that has come
 * least far; one part denied stops the others only where it was said to come first.
 */
export async function receiveBundle(
  deps: CasesDeps,
  actor: Actor,
  input: BundleIntake,
  once: Once,
): Promise<Receipt> {
  return deps.database.transaction(async (tx) => {
    const counting = await authoriseIntake(deps, tx, actor, input);
    const work = { deps, tx, actor };
    const [lead, addressed] = await Promise.all([
      findLead(deps, tx, actor.centreId, input, counting),
      findAddressed(deps, tx, actor.centreId, input),
    ]);
    const parent = await prepareParent(work, input, lead, counting);
    const children: Beginning[] = [];
    for (const part of input.parts)
      children.push(await preparePart(work, input, part, { parentId: parent.id, counting }));
    const [row, ...rows] = await beginCases(work, [{ opening: parent, addressed }, ...children]);
    const receipt = toReceipt(orNotFound(row), counting, rows);
    once.claim(tx, receipt);
    return receipt;
  });
}

/** The first matter leads; every part must belong to the bundle in force. */
async function findLead(
  { matters, ...rest }: CasesDeps,
  tx: Tx,
  centreId: number,
  { bundleId, parts }: BundleIntake,
  { today }: Counting,
): Promise<EditionItem & { readonly bundleName: EditionItem['content']['name'] }> {
  const bundle = await matters.findCurrentBundle(tx, { centreId, matterId: bundleId, on: today });
  const isMember = ({ matterId, itemKey }: (typeof parts)[number]) =>
    bundle?.members.some((one) => one.matterId === matterId && one.itemKey === itemKey) === true;
  const [first] = parts;
  if (bundle === undefined || first === undefined || !parts.every(isMember))
    throw new ProblemError(problems.bundleUnfit);
  const { matterId, itemKey } = first;
  const edition = await findOffered({ ...rest, matters }, tx, {
    centreId,
    matterId,
    itemKey,
    on: today,
  });
  return { ...edition, bundleName: bundle.content.name };
}

async function prepareParent(
  { deps, tx, actor }: Work,
  input: BundleIntake,
  lead: Awaited<ReturnType<typeof findLead>>,
  counting: Counting,
): Promise<Opening> {
  const { centreId } = actor;
  const matter = toMatterOf(lead);
  const places = placesOf(deps);
  const [departmentId, siteId] = await Promise.all([
    places.findDepartmentId(tx, centreId, matter.departmentCode),
    places.findSiteId(tx, centreId, input.windowId),
  ]);
  const now = deps.clock.now().toISOString();
  const requirements = resolveRequirements(lead.item, {}, {});
  return {
    id: newId(deps.clock),
    act: 'receive-at-window',
    birth: {
      ...matter,
      matterName: lead.bundleName,
      itemName: lead.bundleName,
      departmentId,
      channel: 'window',
      partyId: input.partyId,
      terms: toJointTerms(toTerms(lead, requirements)),
      facts: { ...NO_FACTS, receivedOn: counting.today },
      submittedAt: now,
    },
    more: {
      kind: 'parent',
      bundleId: input.bundleId,
      siteId,
      windowId: input.windowId,
      agentId: input.agentId ?? null,
      ticketId: input.ticketId ?? null,
      receivedAt: now,
    },
    application: { answers: {}, form: {}, delivery: input.delivery ?? NO_WISH },
    papers: [],
    edition: undefined,
    counting,
  };
}

async function preparePart(
  work: Work,
  { partyId, agentId, windowId, ticketId, bundleId, delivery }: BundleIntake,
  { isPrerequisite, ...application }: BundleIntake['parts'][number],
  { parentId, counting }: { readonly parentId: string; readonly counting: Counting },
): Promise<Beginning> {
  const visit = { partyId, agentId, windowId, ticketId, channel: 'window' as const };
  const intake = { ...application, ...visit, delivery: delivery ?? NO_WISH };
  const part = { kind: 'child' as const, parentId, isPrerequisite, bundleId };
  const found = await lookUp(work.deps, work.tx, work.actor, intake);
  return prepareOne(work, intake, { ...found, counting, part });
}
